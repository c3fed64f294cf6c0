package vn.nhip.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.Connector;

/** Lets a fault happen and catches what the connector says of it. */
record Failing(ConnectorContract contract) {

    /** What was thrown, and how long the call that threw it took. */
    record Failure(Exception thrown, Duration took) {}

    Optional<Failure> checking(FaultCase fault) throws Exception {
        return during(arranged(fault), Connector::check);
    }

    Optional<Failure> reading(FaultCase fault) throws Exception {
        Account account = arranged(fault);
        return during(account, connector -> {
            List<Walk.Listed> listed = Walk.listed(connector, contract.factory().spec(), contract.days());
            if (fault.strike().isPresent()) {
                strike(fault.strike().get(), account);
            }
            Walk.read(connector, listed);
        });
    }

    private Account arranged(FaultCase fault) throws Exception {
        contract.source().ifPresent(CalledSource::heal);
        return fault.arrange().below(contract.folder());
    }

    private static void strike(FaultCase.Strike strike, Account account) {
        try {
            strike.at(account);
        } catch (Exception e) {
            throw new AssertionError("the test could not let the fault happen", e);
        }
    }

    private Optional<Failure> during(Account account, Use use) {
        long opened = System.nanoTime();
        try (TimedConnector connector = new TimedConnector(account.open(contract.factory()))) {
            try {
                use.of(connector);
                return Optional.empty();
            } catch (RuntimeException e) {
                return Optional.of(new Failure(e, connector.lastCall()));
            }
        } catch (RuntimeException e) {
            return Optional.of(new Failure(e, Duration.ofNanos(System.nanoTime() - opened)));
        }
    }

    @FunctionalInterface
    private interface Use {
        void of(Connector connector);
    }
}
