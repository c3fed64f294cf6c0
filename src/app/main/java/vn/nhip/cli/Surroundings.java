package vn.nhip.cli;

import java.time.Clock;
import java.util.Map;

/** What every command is given: the terminal, the environment and the one clock. */
record Surroundings(Terminal terminal, Map<String, String> environment, Clock clock) {}
