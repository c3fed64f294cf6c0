package vn.nhip.config;

import java.util.List;
import java.util.Optional;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.kit.yaml.YamlProblems;

/** Reads {@code setup:}, the answers to the five questions. */
final class SetupReader {

    private final YamlProblems problems;

    SetupReader(YamlProblems problems) {
        this.problems = problems;
    }

    /** The answers, or nothing when one of them has a problem. */
    Optional<Setup> setup(YamlMap map) {
        problems.attempt(() -> map.allow("goal", "industry", "departments", "responsible", "tools"));
        Optional<List<Setup.Goal>> goals = problems.attempt(() -> goals(map.require("goal")));
        Optional<Setup.Industry> industry =
                problems.attempt(() -> map.require("industry").choice(Setup.Industry.class));
        Optional<List<Setup.Department>> departments =
                problems.attempt(() -> choices(map, "departments", Setup.Department.class));
        Optional<List<String>> tools = problems.attempt(
                () -> map.list("tools").stream().map(YamlNode::text).toList());
        Optional<String> responsible =
                problems.attempt(() -> map.text("responsible", "").strip());
        return goals.flatMap(aims -> industry.flatMap(trade -> departments.flatMap(
                parts -> tools.flatMap(found -> responsible.map(role -> new Setup(aims, trade, parts, role, found))))));
    }

    private List<Setup.Goal> goals(YamlNode node) {
        List<YamlNode> answers = node.isList() ? node.list() : List.of(node);
        if (answers.isEmpty()) {
            throw node.problem("at least one goal is needed");
        }
        return answers.stream()
                .flatMap(answer -> problems.attempt(() -> answer.choice(Setup.Goal.class)).stream())
                .toList();
    }

    private <E extends Enum<E>> List<E> choices(YamlMap map, String key, Class<E> type) {
        return map.list(key).stream()
                .flatMap(node -> problems.attempt(() -> node.choice(type)).stream())
                .toList();
    }
}
