package vn.nhip.cli;

import java.nio.file.Path;

/** A workspace for one real input. */
final class RealInput {

    private static final Path ROOT = Path.of(System.getProperty("nhip.root", "../.."));

    private RealInput() {}

    static void init(Path home, String name, String zone, String currency, String historySince) {
        NhipRun.nhip(
                        home,
                        "init",
                        "--yes",
                        "--name",
                        name,
                        "--zone",
                        zone,
                        "--currency",
                        currency,
                        "--language",
                        "en",
                        "--history-complete-since",
                        historySince)
                .done();
    }

    /** One of the documented example mappings. */
    static Path mapping(String name) {
        return ROOT.resolve("config/examples/" + name + ".facts.yaml");
    }
}
