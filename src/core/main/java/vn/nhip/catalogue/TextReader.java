package vn.nhip.catalogue;

import java.util.List;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.kit.yaml.YamlProblems;

/** Reads texts in both languages and fills in the length of the active window. */
final class TextReader {

    private static final String WINDOW = "{active-window}";

    private final YamlProblems problems;
    private final String windowDays;

    TextReader(YamlProblems problems, int activeWindowDays) {
        this.problems = problems;
        this.windowDays = Integer.toString(activeWindowDays);
    }

    Texts texts(YamlNode node) {
        YamlMap map = node.map();
        String vi = problems.attempt(() -> language(map, "vi")).orElse("");
        String en = problems.attempt(() -> language(map, "en")).orElse("");
        map.allow("vi", "en");
        return new Texts(vi, en);
    }

    private String language(YamlMap map, String language) {
        YamlNode node = map.find(language)
                .orElseThrow(
                        () -> map.problem("the text in '" + language + "' is missing; every text stands in vi and en"));
        if (node.text().isBlank()) {
            throw node.problem("the text in '" + language + "' is empty");
        }
        return node.text().strip().replace(WINDOW, windowDays);
    }

    Texts.Guide guide(YamlNode node) {
        YamlMap map = node.map().allow("purpose", "how-to-track", "actions");
        Texts purpose = texts(map.require("purpose"));
        Texts howToTrack = texts(map.require("how-to-track"));
        List<YamlNode> actions = map.require("actions").list();
        if (actions.isEmpty()) {
            throw map.require("actions").problem("at least one action is needed");
        }
        return new Texts.Guide(
                purpose, howToTrack, actions.stream().map(this::action).toList());
    }

    private Texts.Action action(YamlNode node) {
        YamlMap map = node.map().allow("when", "do");
        return new Texts.Action(map.require("when").choice(Texts.Trigger.class), texts(map.require("do")));
    }
}
