package vn.nhip.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.SocketChannel;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** The arrows of the design, kept by the build. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.nhip");

    private static final Architectures.LayeredArchitecture LAYERS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("spi")
            .definedBy("vn.nhip.spi..")
            .layer("kit")
            .definedBy("vn.nhip.kit..")
            .layer("connectors")
            .definedBy("vn.nhip.connector..")
            .layer("config")
            .definedBy("vn.nhip.config..")
            .layer("catalogue")
            .definedBy("vn.nhip.catalogue..")
            .layer("store")
            .definedBy("vn.nhip.store..")
            .layer("connection")
            .definedBy("vn.nhip.connection..")
            .layer("sync")
            .definedBy("vn.nhip.sync..")
            .layer("metric")
            .definedBy("vn.nhip.metric..")
            .layer("kpi")
            .definedBy("vn.nhip.kpi..")
            .layer("incident")
            .definedBy("vn.nhip.incident..")
            .layer("review")
            .definedBy("vn.nhip.review..")
            .layer("season")
            .definedBy("vn.nhip.season..")
            .layer("why")
            .definedBy("vn.nhip.why..")
            .layer("note")
            .definedBy("vn.nhip.note..")
            .layer("schedule")
            .definedBy("vn.nhip.schedule..")
            .layer("notice")
            .definedBy("vn.nhip.notice..")
            .layer("login")
            .definedBy("vn.nhip.login..")
            .layer("handout")
            .definedBy("vn.nhip.handout..")
            .layer("faces")
            .definedBy(
                    "vn.nhip.cli..",
                    "vn.nhip.web..",
                    "vn.nhip.api..",
                    "vn.nhip.export..",
                    "vn.nhip.sheet..",
                    "vn.nhip.app..");

    @Test
    void theWayOfANumberHasOneDirection() {
        LAYERS.whereLayer("connectors")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("faces")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("handout")
                .mayOnlyBeAccessedByLayers("faces")
                .whereLayer("login")
                .mayOnlyBeAccessedByLayers("handout", "faces")
                .whereLayer("season")
                .mayOnlyBeAccessedByLayers("incident", "why", "faces")
                .whereLayer("kpi")
                .mayOnlyBeAccessedByLayers("incident", "why", "faces")
                .whereLayer("metric")
                .mayOnlyBeAccessedByLayers("kpi", "incident", "why", "faces")
                .whereLayer("sync")
                .mayOnlyBeAccessedByLayers("schedule", "faces")
                .whereLayer("connection")
                .mayOnlyBeAccessedByLayers("sync", "faces")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers(
                        "connection",
                        "login",
                        "handout",
                        "sync",
                        "metric",
                        "kpi",
                        "incident",
                        "review",
                        "why",
                        "note",
                        "schedule",
                        "notice",
                        "faces")
                .check(HOUSE);
    }

    @Test
    void whatServesTheFacesIsUsedByThemOnly() {
        LAYERS.whereLayer("schedule")
                .mayOnlyBeAccessedByLayers("faces")
                .whereLayer("notice")
                .mayOnlyBeAccessedByLayers("faces")
                .whereLayer("incident")
                .mayOnlyBeAccessedByLayers("faces")
                .whereLayer("review")
                .mayOnlyBeAccessedByLayers("faces")
                .whereLayer("why")
                .mayOnlyBeAccessedByLayers("faces")
                .whereLayer("note")
                .mayOnlyBeAccessedByLayers("faces")
                .check(HOUSE);
    }

    @Test
    void aConnectorSeesTheContractAndTheKitOnly() {
        noClasses()
                .that()
                .resideInAPackage("vn.nhip.connector..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "vn.nhip.store..",
                        "vn.nhip.connection..",
                        "vn.nhip.sync..",
                        "vn.nhip.metric..",
                        "vn.nhip.kpi..",
                        "vn.nhip.config..")
                .check(HOUSE);
    }

    @Test
    void connectionsSeeTheStoreTheContractAndTheKitOnly() {
        classes()
                .that()
                .resideInAPackage("vn.nhip.connection..")
                .should()
                .onlyAccessClassesThat()
                .resideOutsideOfPackages(
                        "vn.nhip.connector..",
                        "vn.nhip.config..",
                        "vn.nhip.catalogue..",
                        "vn.nhip.sync..",
                        "vn.nhip.metric..",
                        "vn.nhip.kpi..")
                .check(HOUSE);
    }

    @Test
    void theContractDependsOnNothing() {
        classes()
                .that()
                .resideInAPackage("vn.nhip.spi..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("vn.nhip.spi..", "java..", "org.jspecify..")
                .check(HOUSE);
    }

    @Test
    void onePackageKnowsTheMailLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.nhip.notice..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..")
                .check(HOUSE);
    }

    @Test
    void onePackageKnowsTheTicker() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.nhip.schedule..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.quartz..")
                .check(HOUSE);
    }

    @Test
    void onlyTheScreenKnowsItsServer() {
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.nhip.web..", "vn.nhip.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "jakarta.servlet..", "gg.jte..")
                .check(HOUSE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("vn.nhip.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void oneClientCallsOutOverHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.nhip.kit.http..", "vn.nhip.sandbox.face..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "java.net.http..", "javax.net..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Socket.class, SocketChannel.class, URLConnection.class)
                .orShould()
                .callMethod(URL.class, "openStream")
                .orShould()
                .callMethod(URL.class, "openConnection")
                .because(
                        "the guard against private addresses and the limits stand in vn.nhip.kit.http only; the emulated"
                                + " services are the other end of the line")
                .check(HOUSE);
    }

    @Test
    void nobodyAsksTheMachineForTheTime() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .because("a Clock is passed in")
                .check(HOUSE);
    }
}
