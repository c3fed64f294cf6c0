package vn.nhip.nights;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.config.OperatorConfig;
import vn.nhip.connection.Credential;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.graph.GraphAccount;
import vn.nhip.sandbox.face.graph.GraphAnswer;
import vn.nhip.sandbox.face.graph.GraphFace;
import vn.nhip.sandbox.face.graph.GraphFaults;
import vn.nhip.sandbox.face.oauth.OAuthFault;
import vn.nhip.sandbox.truth.AdSpend;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Site;

/** Meta's ads and lead forms, reached with a token that somebody pasted: there is no login to call. */
final class MetaPlatform implements Platform<GraphAnswer> {

    private static final String AD_ACCOUNT = "1023456789";
    private static final String TOKEN = "pasted-token-1";
    private static final int ROWS_ON_A_PAGE = 15;

    private final Truth truth;
    private final GraphFace face;

    MetaPlatform(Clock clock, Truth truth) {
        this.truth = truth;
        this.face = GraphFace.of(clock, Tokens.only(TOKEN), GraphAccount.of(AD_ACCOUNT, truth));
        face.pagesOf(ROWS_ON_A_PAGE);
    }

    @Override
    public String connector() {
        return "meta-ads";
    }

    @Override
    public Map<String, String> settings(boolean impatient) {
        return Map.of("ad-account", AD_ACCOUNT, "page", AD_ACCOUNT + "9");
    }

    @Override
    public Credential credential() {
        return Credential.token(Secret.of(TOKEN), Map.of(), Optional.empty());
    }

    @Override
    public OperatorConfig operator() {
        Site site = new Site(Optional.of(face.base()), Optional.empty());
        return new OperatorConfig(Map.of(connector(), site), Map.of(), Optional.empty());
    }

    @Override
    public void fail(FaultPlan<GraphAnswer> plan) {
        face.faults(GraphFaults.of(plan));
    }

    @Override
    public int calls() {
        return face.asked().size();
    }

    @Override
    public void failLogin(FaultPlan<OAuthFault> plan) {
        throw new UnsupportedOperationException("a pasted token is not renewed");
    }

    @Override
    public int loginCalls() {
        return 0;
    }

    @Override
    public Map<String, String> truth(LocalDate first, LocalDate last) {
        return new TruthRows(truth, first, last)
                .ads(AdSpend.Platform.META)
                .leads()
                .rows();
    }

    @Override
    public List<String> statements() {
        return List.of(TruthRows.ADS, TruthRows.LEADS);
    }

    @Override
    public void close() {
        face.close();
    }
}
