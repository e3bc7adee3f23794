// count.mjs FILE: reads a CSV with DuckDB, every field as text on one thread, and looks at each.
import { DuckDBInstance } from "@duckdb/node-api";

const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
const connection = await instance.connect();
const file = process.argv[2].replaceAll("'", "''");
const reader = await connection.runAndReadAll(
  `SELECT sum(length(CAST(COLUMNS(*) AS VARCHAR))) FROM read_csv('${file}', all_varchar = true)`);
console.log(reader.getRows().length);
