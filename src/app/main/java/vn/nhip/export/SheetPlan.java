package vn.nhip.export;

/** One table sheet to be written: its name where the workbook has none of its kind yet, and what stands in it. */
record SheetPlan(SheetKind kind, String sheetName, Table table) {}
