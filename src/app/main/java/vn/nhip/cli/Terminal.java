package vn.nhip.cli;

import java.io.PrintWriter;

/** Where a command writes: results to {@code out}, progress and problems to {@code err}. */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {}
