package vn.nhip.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;

/** Where a command writes: results to {@code out}, progress and problems to {@code err}; answers come from {@code in}. */
record Terminal(BufferedReader in, PrintWriter out, PrintWriter err, boolean interactive) {}
