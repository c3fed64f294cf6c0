package vn.nhip.kit.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/** Resolves names, and keeps the addresses on the open internet only; whoever connects, connects to one of these. */
final class GuardedDns implements Dns {

    private final Dns names;
    private final Hosts hosts;

    GuardedDns(Dns names, Hosts hosts) {
        this.names = names;
        this.hosts = hosts;
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        List<InetAddress> found = names.lookup(hostname);
        if (hosts.isHostOfBase(hostname)) {
            return found;
        }
        List<InetAddress> open =
                found.stream().filter(PublicAddresses::contains).toList();
        if (open.isEmpty() && !found.isEmpty()) {
            throw new BlockedAddressException(hostname);
        }
        return open;
    }
}
