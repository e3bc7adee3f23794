#!/bin/sh
# embed.sh FOLDER/FILE... - writes a C file that holds the files' bytes; see cmd/defaults.h.
set -eu

echo '// Made by cmd/embed.sh; change the files in templates/ instead.'
echo '#include "defaults.h"'

number=0
for file; do
    echo
    echo "static const unsigned char file_${number}[] = {"
    od -An -v -tu1 "$file" | sed 's/[0-9][0-9]*/&,/g'
    echo '    0};'
    number=$((number + 1))
done

echo
echo 'const struct embedded_file embedded_files[] = {'
number=0
for file; do
    folder=${file%/*}
    echo "    {\"${folder##*/}/${file##*/}\", (const char *)file_$number, sizeof file_$number - 1},"
    number=$((number + 1))
done
echo '    {NULL, NULL, 0}};'
