package vn.nhip.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.Optional;
import vn.nhip.app.Inboxes;
import vn.nhip.app.Workplace;
import vn.nhip.spi.Delivery;

/** Where sources put what they send of their own accord: no person, no session, only a secret address. */
record Letterbox(Workplace workplace) {

    Route route() {
        return Route.post(Inboxes.PATH + "{address}", Needs.ADDRESS, this::receive);
    }

    private void receive(Context context) {
        Delivery delivery = new Delivery(
                context.method().name(),
                URI.create(context.path()),
                context.headerMap(),
                context.bodyAsBytes(),
                workplace.clock().instant());
        Inboxes.Reply reply = workplace.inboxes().receive(context.path(), delivery);
        Optional<String> page = reply.thanks().filter(any -> reply.answer().status() == 200);
        if (page.isPresent()) {
            context.redirect(page.get(), HttpStatus.SEE_OTHER);
        } else {
            context.status(reply.answer().status())
                    .contentType("text/plain; charset=utf-8")
                    .result(reply.answer().status() == 200 ? "Cảm ơn. Thank you." : "");
        }
    }
}
