#!/bin/sh
# pictures.sh - makes the README's pictures from the sample team: a plan's first page, the heat map.
set -eu
variant=plain
. "$(dirname "$0")/environment.sh"
team=$root/samples/team
clean growthplan plan "$team/answers-wide.csv" --roster "$team/roster.csv" --as-of 2026-11-23 -q \
    -o "$scratch/out"
cp "$scratch/out/plans/Jane Example.xlsx" "$scratch/plan.xlsx"
soffice "-env:UserInstallation=file://$scratch/profile" --headless --convert-to pdf \
    --outdir "$scratch" "$scratch/plan.xlsx" "$scratch/out/team.xlsx" >/dev/null 2>&1
mkdir -p "$root/samples/pictures"
cd "$root/samples/pictures"
# -x -y -W -H: without the margins of the paper.
pdftoppm -r 90 -png -singlefile -f 1 -l 1 -x 30 -y 30 -W 690 -H 612 "$scratch/plan.pdf" plan
pdftoppm -r 120 -png -singlefile -f 2 -l 2 -x 50 -y 50 -W 1290 -H 585 "$scratch/team.pdf" heat-map
