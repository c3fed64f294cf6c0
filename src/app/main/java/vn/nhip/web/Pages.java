package vn.nhip.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.nhip.app.Workplace;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.login.Sessions;
import vn.nhip.web.page.Notice;
import vn.nhip.web.page.Shell;
import vn.nhip.web.page.Wording;

/** Draws a view by its template, in the language of who looks. */
final class Pages {

    static final String LANGUAGE = "nhip-language";
    private static final String SHOWN = "shown";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), "vn.nhip.web.page");
    private final Workplace workplace;
    private final String assets;
    private final boolean removable;

    /** {@code removable} says whether what is shown can be thrown away. */
    Pages(Workplace workplace, String assets, boolean removable) {
        this.workplace = workplace;
        this.assets = assets;
        this.removable = removable;
    }

    /** The language that the browser keeps, else the workspace's. */
    Wording words(Context context) {
        return Wording.of(language(context), workplace.config(), workplace.catalogue());
    }

    Language language(Context context) {
        String kept = Optional.ofNullable(context.cookie(LANGUAGE)).orElse("");
        for (Language language : Language.values()) {
            if (language.name().toLowerCase(Locale.ROOT).equals(kept)) {
                return language;
            }
        }
        return workplace.config().language();
    }

    void show(Context context, String section, Object view) {
        Wording words = words(context);
        Optional<Sessions.Session> session = Gate.session(context);
        Shell shell = new Shell(
                words,
                workplace.config().name(),
                workplace.config().sample(),
                removable,
                section,
                context.path(),
                assets,
                session.map(Sessions.Session::user),
                session.map(Sessions.Session::formToken).orElse(""),
                said(context, words));
        StringOutput page = new StringOutput();
        String template = view.getClass().getSimpleName();
        templates.render(template + ".jte", Map.of("shell", shell, "view", view), page);
        context.html(page.toString());
        context.attribute(SHOWN, true);
    }

    /** Whether the answer, an error perhaps, has its page already. */
    static boolean shown(Context context) {
        return context.attribute(SHOWN) != null;
    }

    void notice(Context context, int status, String key, String number) {
        Wording words = words(context);
        context.status(status);
        show(
                context,
                "",
                new Notice(words.text("web.refused." + key + ".title"), words.text("web.refused." + key), number));
    }

    /** What came of the last deed: a key of ours, never words of the address. */
    private static String said(Context context, Wording words) {
        String key =
                "web.said." + Optional.ofNullable(context.queryParam("said")).orElse("");
        return words.labels().has(key) ? words.text(key) : "";
    }
}
