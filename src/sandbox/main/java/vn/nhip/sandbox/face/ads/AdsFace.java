package vn.nhip.sandbox.face.ads;

import com.google.ads.googleads.v23.services.SearchGoogleAdsRequest;
import com.google.ads.googleads.v23.services.SearchGoogleAdsResponse;
import io.grpc.BindableService;
import io.grpc.ServerInterceptors;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import vn.nhip.sandbox.face.Face;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.grpc.GrpcFace;

/**
 * The services {@code GoogleAdsService} and {@code CustomerService} over the sample business: queries evaluated as they
 * are asked, accounts below managers, operations that run out, days that are still being counted.
 */
public final class AdsFace implements Face {

    private final AdsService service;
    private final GrpcFace server;

    /** What is answered in place of an answer: for what Google does only sometimes, or has not done yet. */
    @FunctionalInterface
    public interface Twist {
        SearchGoogleAdsResponse on(SearchGoogleAdsRequest request, SearchGoogleAdsResponse answer);

        static Twist none() {
            return (request, answer) -> answer;
        }
    }

    private AdsFace(Clock clock, Tokens tokens, String developerToken) {
        AdsCustomers customers = new AdsCustomers(developerToken);
        service = new AdsService(customers, clock);
        server = GrpcFace.of(tokens, asked(service), asked(new AdsDirectory(customers)));
    }

    private static BindableService asked(BindableService service) {
        return () -> ServerInterceptors.intercept(service, new Asking.Reader());
    }

    /** A service with these accounts and managers, for those who bring the developer token. */
    public static AdsFace of(Clock clock, Tokens tokens, String developerToken, AdsCustomer... customers) {
        AdsFace face = new AdsFace(clock, tokens, developerToken);
        for (AdsCustomer customer : customers) {
            face.put(customer);
        }
        return face;
    }

    /** From now on this is what the account of this id answers. */
    public void put(AdsCustomer customer) {
        service.customers().put(customer);
    }

    /** Rows that an answer holds; the vendor's own number at first. */
    public void pagesOf(int rows) {
        service.pagesOf(rows);
    }

    /** Operations that are still allowed on each day; a query is one, however many pages it has. */
    public void allowing(int operationsPerDay) {
        service.allowing(operationsPerDay);
    }

    /** Pages that were begun cannot be gone on with. */
    public void forgetPages() {
        service.forgetPages();
    }

    public void twist(Twist twist) {
        service.twist(twist);
    }

    /** The queries that were asked, page by page, oldest first. */
    public List<SearchGoogleAdsRequest> searches() {
        return service.searches();
    }

    /** Its server: what it was called with, and faults. */
    public GrpcFace server() {
        return server;
    }

    @Override
    public URI base() {
        return server.base();
    }

    @Override
    public void close() {
        server.close();
    }
}
