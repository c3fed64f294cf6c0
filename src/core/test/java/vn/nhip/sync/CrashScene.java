package vn.nhip.sync;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.nhip.spi.Rejected;
import vn.nhip.store.Keys;
import vn.nhip.store.Store;
import vn.nhip.store.StoreSeam;

/**
 * What the crash test syncs: files of yesterday, and today's, of which one is corrected, one unchanged, one new; some
 * rows say again what an earlier one of their file said, some contradict it.
 */
final class CrashScene {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final int PAGE = 150;

    private CrashScene() {}

    static MadeUpSource yesterday() {
        return new MadeUpSource(PAGE)
                .file("answers.csv", "1", 400, Facts::answer)
                .file("orders.csv", "1", 500, i -> Facts.order(i, 2))
                .rejecting("orders.csv", List.of(new Rejected("line 900", "gross", "1o", "not a number", "x;1o")));
    }

    static MadeUpSource today() {
        return new MadeUpSource(PAGE)
                .file("answers.csv", "1", 400, Facts::answer)
                .file("more.csv", "1", 450, i -> Facts.answer(i % 440 + 300))
                .file("orders.csv", "2", 550, i -> Facts.order(i % 540 + 100, i % 7 == 0 ? 3 : 2))
                .rejecting("orders.csv", List.of(new Rejected("line 901", "gross", "2o", "not a number", "x;2o")));
    }

    static SyncReport sync(Path folder, MadeUpSource source, UnaryOperator<DataSource> seam) {
        try (Store store = StoreSeam.sqlite(folder.resolve("data/nhip.db"), seam)) {
            Keys keys = Keys.open(folder.resolve("keys"), store);
            SyncEngine engine = new SyncEngine(store, keys, CLOCK, new Connectors(List.of(source)), folder);
            return engine.sync(Workspace.of("shop", "pos"), "pos", SyncListener.SILENT);
        }
    }

    /** The child: syncs today's files, and ends early when told at which commit. */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        HaltAtCommit halt = new HaltAtCommit(Integer.parseInt(args[1]), args[2].equals("before"));
        PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.append("started\n").flush();
        SyncReport report = sync(folder, today(), halt);
        out.append("commits " + halt.commits() + "\n").flush();
        Runtime.getRuntime().exit(report.ok() ? 0 : 1);
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (!Files.isDirectory(target)) {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
