package org.symbolon.connectors.network;

import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Finds the addresses of hosts within a deadline, which the system's own look-up does not know. All who wait for one name
 * share one look-up, and so one thread, so that a name server that is down costs no more than that.
 */
public final class HostLookup {

    /** The system's look-up. */
    @FunctionalInterface
    public interface Names {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    /** What nobody is asked about, since it is an address already. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    private final Names names;
    private final ConcurrentMap<String, CompletableFuture<InetAddress[]>> running = new ConcurrentHashMap<>();

    public HostLookup() {
        this(InetAddress::getAllByName);
    }

    HostLookup(Names names) {
        this.names = names;
    }

    /**
     * The addresses of a host, at least one. Each knows the host by the name that was asked for.
     *
     * @throws UnknownHostException if there are none
     * @throws SocketTimeoutException if they are not found in time
     */
    public List<InetAddress> find(String host, Deadline deadline) throws IOException {
        String name = ascii(host);
        if (ADDRESS.matcher(name).matches()) {
            return named(name, names.addressesOf(name));
        }
        try {
            InetAddress[] found =
                    running.computeIfAbsent(name, this::begin).get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
            return named(name, found);
        } catch (ExecutionException unknown) {
            throw new UnknownHostException(host);
        } catch (TimeoutException late) {
            throw new SocketTimeoutException("was not found by its name in time");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SocketTimeoutException("was not waited for");
        }
    }

    /** An empty name would mean this machine. */
    private static String ascii(String host) throws UnknownHostException {
        try {
            String name = IDN.toASCII(host);
            if (!name.isBlank()) {
                return name;
            }
        } catch (IllegalArgumentException malformed) {
            throw new UnknownHostException(host);
        }
        throw new UnknownHostException("The name of a host is empty");
    }

    private CompletableFuture<InetAddress[]> begin(String name) {
        CompletableFuture<InetAddress[]> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> look(name, answer), "host-lookup");
        thread.setDaemon(true);
        thread.start();
        return answer;
    }

    private void look(String name, CompletableFuture<InetAddress[]> answer) {
        try {
            answer.complete(names.addressesOf(name));
        } catch (UnknownHostException | RuntimeException unknown) {
            answer.completeExceptionally(unknown);
        } finally {
            running.remove(name, answer);
        }
    }

    /** An address that knows no name would be asked for one later, without a deadline. */
    private static List<InetAddress> named(String name, InetAddress[] found) throws UnknownHostException {
        List<InetAddress> addresses = new ArrayList<>(found.length);
        for (InetAddress address : found) {
            addresses.add(InetAddress.getByAddress(name, address.getAddress()));
        }
        return addresses;
    }
}
