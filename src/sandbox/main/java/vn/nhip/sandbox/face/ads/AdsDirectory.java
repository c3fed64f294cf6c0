package vn.nhip.sandbox.face.ads;

import com.google.ads.googleads.v23.services.CustomerServiceGrpc.CustomerServiceImplBase;
import com.google.ads.googleads.v23.services.ListAccessibleCustomersRequest;
import com.google.ads.googleads.v23.services.ListAccessibleCustomersResponse;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;

/** Says which accounts and managers the login reaches by itself. */
final class AdsDirectory extends CustomerServiceImplBase {

    private final AdsCustomers customers;

    AdsDirectory(AdsCustomers customers) {
        this.customers = customers;
    }

    @Override
    public void listAccessibleCustomers(
            ListAccessibleCustomersRequest request, StreamObserver<ListAccessibleCustomersResponse> answer) {
        try {
            customers.requireDeveloper();
            ListAccessibleCustomersResponse.Builder response = ListAccessibleCustomersResponse.newBuilder();
            customers.direct().forEach(customer -> response.addResourceNames("customers/" + customer.id()));
            answer.onNext(response.build());
            answer.onCompleted();
        } catch (StatusRuntimeException refused) {
            answer.onError(refused);
        }
    }
}
