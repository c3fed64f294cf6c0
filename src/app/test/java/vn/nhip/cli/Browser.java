package vn.nhip.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at the terminal who opens the address that {@code nhip connect} prints. */
final class Browser {

    private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

    private Browser() {}

    /** Opens the printed address with {@code change} made to it, follows it to the end, and returns the command's end. */
    static NhipRun connect(Path home, java.util.function.UnaryOperator<URI> change, String... arguments)
            throws Exception {
        CompletableFuture<URI> printed = new CompletableFuture<>();
        StringWriter out = new StringWriter() {
            @Override
            public void flush() {
                Matcher address = ADDRESS.matcher(toString());
                if (address.find()) {
                    printed.complete(URI.create(address.group()));
                }
            }
        };
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("connect", "--no-browser"));
        all.addAll(List.of(arguments));
        CompletableFuture<Integer> command = CompletableFuture.supplyAsync(() -> Main.run(
                new Terminal(
                        new java.io.BufferedReader(java.io.Reader.nullReader()),
                        new PrintWriter(out),
                        new PrintWriter(err, true),
                        false),
                Map.of("NHIP_HOME", home.toString()),
                all.toArray(String[]::new)));
        CompletableFuture.anyOf(printed, command).get(30, TimeUnit.SECONDS);
        if (printed.isDone()) {
            open(change.apply(printed.get()));
        }
        return new NhipRun(command.get(30, TimeUnit.SECONDS), out.toString(), err.toString());
    }

    static HttpResponse<String> open(URI address) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
