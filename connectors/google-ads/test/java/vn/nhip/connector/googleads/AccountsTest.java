package vn.nhip.connector.googleads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.ads.googleads.v23.enums.CustomerStatusEnum.CustomerStatus;
import com.google.ads.googleads.v23.errors.AuthorizationErrorEnum.AuthorizationError;
import io.grpc.Status;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.ads.AdsCustomer;
import vn.nhip.sandbox.face.ads.AdsRefusal;
import vn.nhip.sandbox.face.grpc.GrpcFault;
import vn.nhip.spi.AccountFinder.Found;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.Secret;
import vn.nhip.testkit.GivenAccess;

/** Acceptance case A25: managers are walked, each account says through whom it is read, and why it cannot be. */
class AccountsTest {

    private static final String SUB = "9000000002";
    private static final String DEEP = "3000000001";
    private static final String OWN = "3000000002";

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    private static AdsCustomer customer(String id) {
        return AdsCustomer.of(id, Scene.TRUTH);
    }

    private List<Found> found() {
        return new GoogleAdsConnectorFactory()
                .find(
                        Map.of(GoogleAdsConnectorFactory.DEVELOPER_TOKEN, Secret.of(Scene.DEVELOPER)),
                        scene.context(SampleBusiness.ZONE, Scene.CLOCK, GivenAccess.of(Scene.TOKEN)));
    }

    private Found found(String id) {
        return found().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void a25TheWholeTreeIsFoundEachAfterItsManager() {
        scene.face().put(AdsCustomer.manager(SUB, SampleBusiness.ZONE).under(Scene.MANAGER));
        scene.face().put(customer(DEEP).under(SUB));
        scene.face().put(customer(OWN));
        List<Found> found = found();
        assertThat(found)
                .extracting(Found::id)
                .containsExactlyInAnyOrder(Scene.MANAGER, SUB, DEEP, OWN, Scene.SHOP, Scene.QUIET);
        List<String> ids = found.stream().map(Found::id).toList();
        assertThat(found).allSatisfy(one -> one.parent()
                .ifPresent(parent -> assertThat(ids.indexOf(parent)).isLessThan(ids.indexOf(one.id()))));
        assertThat(found(DEEP).parent()).contains(SUB);
    }

    @Test
    void a25EachLeafHasTheTopmostManagerAsItsWayIn() {
        scene.face().put(AdsCustomer.manager(SUB, SampleBusiness.ZONE).under(Scene.MANAGER));
        scene.face().put(customer(DEEP).under(SUB).billedIn("USD"));
        scene.face().put(customer(OWN));
        Found deep = found(DEEP);
        assertThat(deep.settings()).isEqualTo(Map.of("customer-id", DEEP, "login-customer-id", Scene.MANAGER));
        assertThat(deep.currency()).contains(Currency.getInstance("USD"));
        assertThat(deep.zone()).contains(SampleBusiness.ZONE);
        assertThat(deep.title()).isEqualTo("Tài khoản " + DEEP);
        assertThat(found(OWN).settings()).isEqualTo(Map.of("customer-id", OWN));
        Reading reading = new Reading(scene.account(DEEP));
        assertThat(reading.facts(Scene.DAYS)).isNotEmpty();
    }

    @Test
    void a25ManagersAndAccountsThatHaveEndedAreNotedAndNotOffered() {
        scene.face().put(customer("3000000011").under(Scene.MANAGER).being(CustomerStatus.CANCELED));
        scene.face().put(customer("3000000012").under(Scene.MANAGER).being(CustomerStatus.SUSPENDED));
        scene.face().put(customer("3000000013").under(Scene.MANAGER).being(CustomerStatus.CLOSED));
        scene.face().put(customer("3000000014").being(CustomerStatus.CANCELED));
        assertThat(found(Scene.MANAGER).hindrance())
                .hasValueSatisfying(why -> assertThat(why).contains("manager"));
        assertThat(found("3000000011").hindrance()).contains("it is cancelled");
        assertThat(found("3000000012").hindrance()).contains("Google has suspended it");
        assertThat(found("3000000013").hindrance()).contains("it is closed");
        assertThat(found("3000000014").hindrance())
                .hasValueSatisfying(why -> assertThat(why).contains("not enabled"));
        assertThat(found(Scene.SHOP).hindrance()).isEmpty();
    }

    @Test
    void a25AnAccountReachedInTwoWaysIsListedOnceBelowItsManager() {
        scene.face().put(Scene.GOOD.directly());
        assertThat(found())
                .filteredOn(one -> one.id().equals(Scene.SHOP))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.parent()).contains(Scene.MANAGER);
                    assertThat(one.hindrance()).isEmpty();
                });
    }

    @Test
    void a25AManagerWhoCannotBeAskedHidesNobodyElse() {
        scene.face()
                .put(AdsCustomer.manager(SUB, SampleBusiness.ZONE)
                        .under(Scene.MANAGER)
                        .being(CustomerStatus.CANCELED));
        assertThat(found(SUB).hindrance())
                .hasValueSatisfying(why -> assertThat(why).contains("cancelled"));
        assertThat(found(SUB).parent()).contains(Scene.MANAGER);
        assertThat(found(Scene.SHOP).hindrance()).isEmpty();
    }

    @Test
    void a25MoreAccountsThanAPageHoldsAreAllFound() {
        scene.face().pagesOf(3);
        for (int i = 0; i < 10; i++) {
            scene.face().put(customer("400000000" + i).under(Scene.MANAGER));
        }
        assertThat(found()).hasSize(1 + 2 + 10);
    }

    @Test
    void pagesThatNeverEndAreAnError() {
        scene.face()
                .twist((request, answer) ->
                        answer.toBuilder().setNextPageToken("0-0").build());
        ConnectorException thrown = catchThrowableOfType(ConnectorException.class, this::found);
        assertThat(thrown.kind()).isEqualTo(Kind.DATA);
        assertThat(thrown).hasMessageContaining("1000 pages");
    }

    @Test
    void a25TheCheckTellsATokenThatIsNotApprovedFromALoginWithoutAccess() {
        ConnectorException unapproved = checked(AuthorizationError.DEVELOPER_TOKEN_NOT_APPROVED);
        assertThat(unapproved.kind()).isEqualTo(Kind.SETTINGS);
        assertThat(unapproved).hasMessageContaining("test accounts only");
        ConnectorException denied = checked(AuthorizationError.USER_PERMISSION_DENIED);
        assertThat(denied.kind()).isEqualTo(Kind.ACCESS);
        assertThat(denied).hasMessageContaining("login-customer-id");
    }

    @Test
    void aLoginThatHoldsNoMoreIsAFailureAndNotAnEmptyTree() {
        scene.face()
                .server()
                .fail(FaultPlan.at(Map.of(1, GrpcFault.Refused.with(Status.Code.UNAUTHENTICATED, "expired"))));
        ConnectorException thrown = catchThrowableOfType(ConnectorException.class, this::found);
        assertThat(thrown.kind()).isEqualTo(Kind.ACCESS);
    }

    @Test
    void aConnectionWithoutDeveloperTokenIsToldWhatToDo() {
        ConnectorException thrown = catchThrowableOfType(ConnectorException.class, () -> new GoogleAdsConnectorFactory()
                .find(Map.of(), scene.context(SampleBusiness.ZONE, Scene.CLOCK, GivenAccess.of(Scene.TOKEN))));
        assertThat(thrown.kind()).isEqualTo(Kind.SETTINGS);
        assertThat(thrown).hasMessageContaining("nhip connect");
    }

    private ConnectorException checked(AuthorizationError code) {
        scene.face().server().fail(FaultPlan.always(AdsRefusal.of(code, "no").fault()));
        try (Connector connector = new Reading(scene.account()).open()) {
            return catchThrowableOfType(ConnectorException.class, connector::check);
        }
    }
}
