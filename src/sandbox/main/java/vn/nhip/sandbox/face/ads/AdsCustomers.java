package vn.nhip.sandbox.face.ads;

import com.google.ads.googleads.v23.enums.CustomerStatusEnum.CustomerStatus;
import com.google.ads.googleads.v23.errors.AuthenticationErrorEnum.AuthenticationError;
import com.google.ads.googleads.v23.errors.AuthorizationErrorEnum.AuthorizationError;
import com.google.ads.googleads.v23.errors.ErrorCode;
import com.google.ads.googleads.v23.errors.HeaderErrorEnum.HeaderError;
import com.google.ads.googleads.v23.errors.RequestErrorEnum.RequestError;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Which accounts there are, which of them lie below which manager, and who may ask for them. */
final class AdsCustomers {

    private final String developerToken;
    private final Map<String, AdsCustomer> customers = new ConcurrentSkipListMap<>();

    AdsCustomers(String developerToken) {
        this.developerToken = developerToken;
    }

    void put(AdsCustomer customer) {
        customers.put(customer.id(), customer);
    }

    List<AdsCustomer> direct() {
        return customers.values().stream().filter(AdsCustomer::direct).toList();
    }

    List<AdsCustomer> children(AdsCustomer manager) {
        return customers.values().stream()
                .filter(customer -> customer.parent().equals(Optional.of(manager.id())))
                .toList();
    }

    /**
     * The account that is asked for.
     *
     * @throws StatusRuntimeException as the vendor refuses those who may not ask for it
     */
    AdsCustomer open(String id) {
        requireDeveloper();
        Optional<String> login = Asking.now().loginCustomer();
        if (login.filter(text -> !text.matches("\\d{10}")).isPresent()) {
            throw AdsRefusal.of(
                            Status.Code.INVALID_ARGUMENT,
                            ErrorCode.newBuilder().setHeaderError(HeaderError.INVALID_LOGIN_CUSTOMER_ID),
                            "Login customer id header is not valid.")
                    .thrown();
        }
        Optional<AdsCustomer> found = Optional.ofNullable(customers.get(id))
                .filter(customer ->
                        login.map(manager -> isBelow(customer, manager)).orElse(customer.direct()));
        AdsCustomer customer = found.orElseThrow(() -> AdsRefusal.of(
                        AuthorizationError.USER_PERMISSION_DENIED,
                        "User doesn't have permission to access customer. Note: If you're accessing a client customer,"
                                + " the manager's customer id must be set in the 'login-customer-id' header.")
                .thrown());
        if (customer.status() == CustomerStatus.CANCELED || customer.status() == CustomerStatus.CLOSED) {
            throw AdsRefusal.of(
                            AuthorizationError.CUSTOMER_NOT_ENABLED,
                            "The customer account can't be accessed because it is not yet enabled or has been deactivated.")
                    .thrown();
        }
        return customer;
    }

    void requireDeveloper() {
        Optional<String> given = Asking.now().developerToken();
        if (given.isEmpty()) {
            throw AdsRefusal.of(RequestError.DEVELOPER_TOKEN_PARAMETER_MISSING, "The developer token is missing.")
                    .thrown();
        }
        if (!given.equals(Optional.of(developerToken))) {
            throw AdsRefusal.of(AuthenticationError.DEVELOPER_TOKEN_INVALID, "The developer token is not valid.")
                    .thrown();
        }
    }

    private boolean isBelow(AdsCustomer customer, String manager) {
        if (customer.id().equals(manager)) {
            return customer.direct();
        }
        return customer.parent()
                .flatMap(parent -> Optional.ofNullable(customers.get(parent)))
                .filter(parent -> isBelow(parent, manager))
                .isPresent();
    }
}
