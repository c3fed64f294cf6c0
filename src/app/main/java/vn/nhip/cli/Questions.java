package vn.nhip.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.catalogue.Texts;
import vn.nhip.config.Setup;
import vn.nhip.config.SetupQuestion;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.export.Labels;

/** Asks at the terminal; an empty answer takes what was proposed. */
final class Questions {

    private final Terminal terminal;
    private final Language language;
    private final boolean silent;

    Questions(Terminal terminal, Language language, boolean silent) {
        this.terminal = terminal;
        this.language = language;
        this.silent = silent;
    }

    /** Free text, unless it was given already. */
    String text(String proposed, Texts question, boolean given) {
        if (given || silent) {
            return proposed;
        }
        ask(Labels.of(language).text(question), proposed);
        String line = line();
        return line.isEmpty() ? proposed : line;
    }

    /** Ids of the chosen answers: those given, else those asked for, else those proposed. */
    List<String> choose(SetupQuestion question, List<String> given, List<? extends Setup.Answer> proposed) {
        List<String> known = question.answers().stream().map(Setup.Answer::id).toList();
        if (!given.isEmpty()) {
            return checked(question, known, given);
        }
        List<String> fallback = proposed.stream().map(Setup.Answer::id).toList();
        if (silent) {
            return fallback;
        }
        Labels labels = Labels.of(language);
        ask(labels.text(question.question()), numbers(known, fallback));
        for (int index = 0; index < known.size(); index++) {
            terminal.out()
                    .println("  " + (index + 1) + "  "
                            + labels.text(question.answers().get(index).label()));
        }
        List<String> chosen = new ArrayList<>();
        for (String word : line().split("[ ,;]+", -1)) {
            if (word.matches("\\d{1,2}") && Integer.parseInt(word) >= 1 && Integer.parseInt(word) <= known.size()) {
                chosen.add(known.get(Integer.parseInt(word) - 1));
            }
        }
        return chosen.isEmpty() ? fallback : question.several() ? chosen : chosen.subList(0, 1);
    }

    /** As {@link #choose}; tools that were named freely before are kept. */
    List<String> chooseTools(SetupQuestion question, Optional<List<String>> earlier) {
        List<String> before = earlier.orElse(List.of("spreadsheets"));
        List<? extends Setup.Answer> proposed = question.answers().stream()
                .filter(answer -> before.contains(answer.id()))
                .toList();
        List<String> chosen = choose(question, List.of(), proposed);
        return chosen.equals(proposed.stream().map(Setup.Answer::id).toList()) ? before : chosen;
    }

    private static List<String> checked(SetupQuestion question, List<String> known, List<String> given) {
        for (String id : given) {
            if (!known.contains(id)) {
                throw new CommandException(
                        ExitCode.USAGE,
                        "--" + question.key() + ": '" + id + "' is not one of " + String.join(", ", known));
            }
        }
        return given;
    }

    private static String numbers(List<String> known, List<String> fallback) {
        return String.join(
                ", ",
                fallback.stream()
                        .map(id -> String.valueOf(known.indexOf(id) + 1))
                        .toList());
    }

    private void ask(String question, String proposed) {
        terminal.out().println();
        terminal.out().println(proposed.isEmpty() ? question : question + " [" + proposed + "]");
        terminal.out().flush();
    }

    private String line() {
        try {
            String line = terminal.in().readLine();
            return line == null ? "" : line.strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the answer", unreadable);
        }
    }
}
