package vn.nhip.web;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import vn.nhip.web.page.Notice;
import vn.nhip.web.page.Wording;

/** The end of the sample shop, where there is one to end. */
record SampleDesk(Pages pages, Optional<Runnable> ending) {

    /** Says goodbye first: with the sample ends the server that shows it. */
    void remove(Context context) {
        Runnable end = ending.orElseThrow(() -> new Refused(404, "not-found"));
        Wording words = pages.words(context);
        pages.show(context, "", new Notice(words.text("web.sample.gone"), words.text("web.sample.next"), ""));
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(end);
    }
}
