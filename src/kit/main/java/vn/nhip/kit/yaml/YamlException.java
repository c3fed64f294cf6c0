package vn.nhip.kit.yaml;

import java.util.List;

/** Something wrong in a YAML file; each problem says file, line, column, what is wrong and what to do. */
public final class YamlException extends RuntimeException {

    private final List<String> problems;

    public YamlException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
