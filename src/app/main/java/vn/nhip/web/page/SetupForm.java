package vn.nhip.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.nhip.config.Setup;

/**
 * The answers to the five questions as they stand in the form.
 *
 * <p>Shape: ids of answers as they were sent, known or not; {@code others} are tools that are named freely, by commas.
 */
public record SetupForm(
        List<String> goals,
        String industry,
        List<String> departments,
        String responsible,
        List<String> tools,
        String others) {

    private static final int LONGEST = 80;

    /** Before anybody answered. */
    public static final SetupForm EMPTY = new SetupForm(List.of(), "", List.of(), "", List.of(), "");

    /** A field of the form that goes along unseen. */
    record Hidden(String name, String value) {}

    /** From what was sent, by the names of the fields. */
    public static SetupForm sent(Function<String, List<String>> field) {
        return new SetupForm(
                field.apply("goal"),
                first(field.apply("industry")),
                field.apply("departments"),
                first(field.apply("responsible")),
                field.apply("tools"),
                first(field.apply("others")));
    }

    /** As they were answered before. */
    public static SetupForm of(Setup setup) {
        List<String> known = ids(Setup.Tool.values()).toList();
        return new SetupForm(
                setup.goals().stream().map(Setup.Answer::id).toList(),
                setup.industry().id(),
                setup.departments().stream().map(Setup.Answer::id).toList(),
                setup.responsible(),
                setup.tools().stream().filter(known::contains).toList(),
                String.join(
                        ", ",
                        setup.tools().stream()
                                .filter(tool -> !known.contains(tool))
                                .toList()));
    }

    /** The answers; empty while the goal or the industry is missing. */
    public Optional<Setup> setup() {
        List<Setup.Goal> aims = chosen(Setup.Goal.values(), goals);
        List<String> named = new ArrayList<>(chosen(Setup.Tool.values(), tools).stream()
                .map(Setup.Answer::id)
                .toList());
        Arrays.stream(others.split(",", -1))
                .map(tool -> cut(tool.strip()))
                .filter(tool -> !tool.isEmpty())
                .forEach(named::add);
        return chosen(Setup.Industry.values(), List.of(industry)).stream()
                .findFirst()
                .filter(any -> !aims.isEmpty())
                .map(trade -> new Setup(
                        aims, trade, chosen(Setup.Department.values(), departments), cut(responsible.strip()), named));
    }

    /** All of it, to be sent once more. */
    List<Hidden> hidden() {
        return Stream.of(
                        goals.stream().map(goal -> new Hidden("goal", goal)),
                        Stream.of(new Hidden("industry", industry)),
                        departments.stream().map(department -> new Hidden("departments", department)),
                        Stream.of(new Hidden("responsible", responsible)),
                        tools.stream().map(tool -> new Hidden("tools", tool)),
                        Stream.of(new Hidden("others", others)))
                .flatMap(Function.identity())
                .toList();
    }

    private static <A extends Setup.Answer> List<A> chosen(A[] answers, List<String> ids) {
        return Arrays.stream(answers)
                .filter(answer -> ids.contains(answer.id()))
                .toList();
    }

    private static Stream<String> ids(Setup.Answer... answers) {
        return Arrays.stream(answers).map(Setup.Answer::id);
    }

    private static String first(List<String> sent) {
        return sent.isEmpty() ? "" : sent.get(0);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
