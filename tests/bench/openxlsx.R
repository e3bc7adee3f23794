# The cells of one plan, written again and again with R's openxlsx: for context beside the peer.
#
# Usage: Rscript openxlsx.R RUNS COUNT OUT. RUNS is what peer.py "runs" wrote: of each sheet the
# columns' cells of one kind that stand below one another. Numbers, texts and formulas, and nothing
# else: no formats, widths, dropdowns, charts. openxlsx gives formulas no figures either.
suppressPackageStartupMessages({
  library(openxlsx)
  library(jsonlite)
})

arguments <- commandArgs(trailingOnly = TRUE)
sheets <- fromJSON(arguments[1], simplifyVector = FALSE)

write_plan <- function(path) {
  book <- createWorkbook()
  for (sheet in sheets) {
    addWorksheet(book, sheet$name)
    for (run in sheet$runs) {
      values <- unlist(run$values)
      if (run$kind == "formula")
        writeFormula(book, sheet$name, values, startCol = run$column, startRow = run$row)
      else
        writeData(book, sheet$name, values, startCol = run$column, startRow = run$row,
                  colNames = FALSE)
    }
  }
  saveWorkbook(book, path)
}

for (i in seq_len(as.integer(arguments[2])))
  write_plan(file.path(arguments[3], paste0(i, ".xlsx")))
