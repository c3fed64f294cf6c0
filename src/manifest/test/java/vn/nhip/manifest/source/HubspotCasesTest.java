package vn.nhip.manifest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.manifest.ManifestFactory;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.crm.HubspotRecord;
import vn.nhip.sandbox.face.crm.HubspotService;
import vn.nhip.sandbox.face.rest.RestFace;

/** Acceptance cases of HubSpot: the end of a search, archived and merged records, an index that lags, and what is won. */
class HubspotCasesTest {

    private static final Instant AT = Instant.parse("2026-01-10T03:00:00.123Z");

    @TempDir
    private Path folder;

    private final Hubspot sample = new Hubspot();
    private List<HubspotRecord> contacts = List.of();
    private List<HubspotRecord> deals = List.of();
    private List<HubspotRecord> searchable = List.of();
    private Night night;
    private RestFace face;
    private Night.Shop shop;

    @BeforeEach
    void open() {
        night = new Night(folder, Truths.MORNING);
        face = RestFace.of(new HubspotService(
                () -> new HubspotService.Portal(contacts, deals, searchable), Tokens.only(sample.token())));
        shop = night.shop(ManifestFactory.load(Folders.of("hubspot")), face.base(), sample, Truths.FIRST);
    }

    @AfterEach
    void close() {
        shop.close();
        face.close();
        night.close();
    }

    @Test
    void a14MoreContactsThanASearchShowsAreReadOnceThoughAllChangedInOneMillisecond() {
        show(LongStream.rangeClosed(1, 25_000)
                .mapToObj(id -> contact(id, false))
                .toList());

        night();

        assertThat(shop.standing()).hasSize(25_000);
        assertThat(face.asked())
                .filteredOn(ask -> ask.path().endsWith("/search"))
                .hasSize(125)
                .allSatisfy(ask -> assertThat(ask.json().has("after")).isFalse());
    }

    @Test
    void a15ArchivedContactsAndDealsEndAndMergedOnesAreGone() {
        deals = List.of(deal(7, "true", "1", false));
        show(List.of(contact(1, false), contact(2, false), contact(3, false)));
        night();
        assertThat(facts("fact_lead")).hasSize(3).allMatch(row -> row.contains("status=open"));

        deals = List.of(deal(7, "true", "1", true));
        HubspotRecord survivor = merged(contact(1, false), "2");
        show(List.of(survivor, contact(3, true)));
        night();

        assertThat(facts("fact_lead"))
                .hasSize(2)
                .anyMatch(row -> row.contains("key=1 ") && row.contains("status=open"))
                .anyMatch(row -> row.contains("key=3 ") && row.contains("status=lost"));
        assertThat(facts("fact_order")).singleElement().asString().contains("status=cancelled");
    }

    @Test
    void a16WhatTheSearchKnowsLateComesTheNextNightAndOnce() {
        contacts = List.of(contact(1, false), changed(2, Truths.MORNING.minusSeconds(60)));
        searchable = contacts.subList(0, 1);
        night();
        assertThat(facts("fact_lead")).hasSize(1);

        searchable = contacts;
        night.clock.sleep(Duration.ofDays(1));
        night();

        assertThat(facts("fact_lead")).hasSize(2);
    }

    @Test
    void a17OnlyWhatSaysTrueOnACertainStageIsWon() {
        deals = List.of(
                deal(1, "true", "1.0", false),
                deal(2, "false", "0.2", false),
                deal(3, "true", "0.2", false),
                deal(4, "True", "1.0", false),
                deal(5, "", "0.2", false));

        night();

        assertThat(facts("fact_order")).singleElement().asString().contains("key=1 ");
        assertThat(shop.quarantined()).hasSize(2);
    }

    private void show(List<HubspotRecord> all) {
        contacts = all;
        searchable = all;
    }

    private void night() {
        assertThat(shop.sync().errors()).isEmpty();
    }

    private List<String> facts(String table) {
        return shop.standing().stream()
                .filter(row -> row.startsWith(table + " "))
                .toList();
    }

    private static HubspotRecord contact(long id, boolean archived) {
        return record(id, AT, archived, Map.of());
    }

    private static HubspotRecord changed(long id, Instant at) {
        return record(id, at, false, Map.of());
    }

    private static HubspotRecord merged(HubspotRecord survivor, String gone) {
        return record(survivor.id(), Truths.MORNING, false, Map.of("hs_merged_object_ids", gone));
    }

    private static HubspotRecord record(long id, Instant at, boolean archived, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(more);
        properties.put("createdate", AT.toString());
        properties.put("lastmodifieddate", at.toString());
        properties.put("lifecyclestage", "lead");
        return new HubspotRecord(id, archived ? Truths.MORNING : at, archived, properties, Optional.empty());
    }

    private static HubspotRecord deal(long id, String won, String probability, boolean archived) {
        Map<String, String> properties = new HashMap<>();
        properties.put("amount", "1500000");
        properties.put("deal_currency_code", "VND");
        properties.put("closedate", "2026-01-10T03:00:00+00:00");
        properties.put("hs_is_closed_won", won);
        properties.put("hs_deal_stage_probability", probability);
        properties.put("hs_lastmodifieddate", AT.toString());
        Instant changed = archived ? Truths.MORNING : AT;
        return new HubspotRecord(id, changed, archived, properties, Optional.empty());
    }
}
