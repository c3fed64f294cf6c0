package vn.nhip.kit.facts;

import vn.nhip.spi.EmailCampaign;

/** E-mail campaigns. */
final class CampaignMapper {

    private CampaignMapper() {}

    static FactMapper of(Attributes attributes) {
        Attribute id = attributes.required("id");
        Attribute name = attributes.optional("name");
        Attribute sentAt = attributes.required("sent-at");
        Delivered delivered = Delivered.of(attributes);
        Responded responded = Responded.of(attributes);
        return group -> new EmailCampaign(
                id.text(group),
                name.textOr(group, ""),
                sentAt.instant(group),
                delivered.read(group),
                responded.read(group));
    }

    private record Delivered(Attribute sent, Attribute delivered, Attribute bounces) {

        static Delivered of(Attributes attributes) {
            return new Delivered(
                    attributes.required("sent"), attributes.required("delivered"), attributes.optional("bounces"));
        }

        EmailCampaign.Delivery read(Group group) {
            return new EmailCampaign.Delivery(sent.count(group), delivered.count(group), bounces.countOrZero(group));
        }
    }

    private record Responded(
            Attribute opens, Attribute withoutProxies, Attribute clickers, Attribute human, Attribute unsubscribes) {

        static Responded of(Attributes attributes) {
            return new Responded(
                    attributes.required("opens"),
                    attributes.optional("opens-without-proxies"),
                    attributes.required("clickers"),
                    attributes.optional("human-clickers"),
                    attributes.optional("unsubscribes"));
        }

        EmailCampaign.Response read(Group group) {
            return new EmailCampaign.Response(
                    opens.count(group),
                    withoutProxies.findCount(group),
                    clickers.count(group),
                    human.findCount(group),
                    unsubscribes.countOrZero(group));
        }
    }
}
