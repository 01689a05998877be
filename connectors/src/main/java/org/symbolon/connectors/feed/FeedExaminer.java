package org.symbolon.connectors.feed;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.symbolon.command.examination.port.Examiner;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.connectors.files.StoreFiles;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.connectors.network.HostLookup;
import org.symbolon.connectors.network.ServerReach;
import org.symbolon.connectors.network.Watchdog;
import org.symbolon.connectors.network.WebAddress;

/** Goes to the door of those who are fed, and hands nothing over. */
public final class FeedExaminer implements Examiner<FeedTarget>, AutoCloseable {

    private final BoundedHttp http;
    private final StoreFiles files;
    private final Path directory;
    private final Watchdog watchdog = new Watchdog("feed-examiner-watchdog");
    private final ServerReach reach;

    /**
     * Makes it.
     *
     * @param files among which those with authorities are
     * @param directory where files that are fed lie
     */
    public FeedExaminer(BoundedHttp http, AddressGuard guard, StoreFiles files, Path directory) {
        this.http = http;
        this.files = files;
        this.directory = directory;
        this.reach = new ServerReach(guard, new HostLookup(), watchdog);
    }

    @Override
    public List<Finding> examine(FeedTarget feed) {
        if (!feed.flag("active", true)) {
            return List.of(Finding.unchecked("It is switched off"));
        }
        return switch (feed.type()) {
            case "webhook" -> webhook(feed);
            case "syslog" -> syslog(feed);
            case "file" -> List.of(file());
            case "kafka" -> kafka(feed);
            default -> List.of(Finding.unchecked("Nobody knows how to look at a feed of this type"));
        };
    }

    private static Duration patience(FeedTarget feed) {
        return Duration.ofSeconds(feed.number("timeout", SyslogReceiver.PRESET_SECONDS));
    }

    private List<Finding> webhook(FeedTarget feed) {
        return feed.option("url")
                .flatMap(WebAddress::read)
                .map(address -> webhook(feed, address))
                .orElseGet(() -> List.of(Finding.failed("It has no sound address: give it a URL with a host")));
    }

    private List<Finding> webhook(FeedTarget feed, URI address) {
        List<Finding> findings = new ArrayList<>(
                http.examine(address, new BoundedHttp.Way(feed.flag("tls", true), Optional.empty()), patience(feed)));
        if (address.getScheme().equalsIgnoreCase("http")) {
            findings.add(Finding.warning("Facts cross the network in clear: give it an address with https://"));
        }
        return findings;
    }

    private List<Finding> syslog(FeedTarget feed) {
        InetSocketAddress server = InetSocketAddress.createUnresolved(
                feed.option("server").orElse(""), feed.number("port", SyslogReceiver.PRESET_PORT));
        try {
            SSLContext trust = FeedTrust.of(feed, files);
            return reach.encrypted(server, feed.flag("tls", true), trust, patience(feed));
        } catch (IOException | GeneralSecurityException unusable) {
            return List.of(Finding.failed("The file of authorities cannot be used: look at 'authorities'"));
        }
    }

    private List<Finding> kafka(FeedTarget feed) {
        List<Finding> findings = new ArrayList<>();
        try {
            SSLContext trust = FeedTrust.of(feed, files);
            for (InetSocketAddress broker : KafkaBrokers.of(feed).servers()) {
                findings.addAll(
                        KafkaSettings.isEncrypted(feed)
                                ? reach.encrypted(broker, feed.flag("tls", true), trust, patience(feed))
                                : reach.inClear(broker, patience(feed)));
            }
            FeedCertificate.of(feed)
                    .shown()
                    .ifPresent(own -> findings.add(Finding.certificate("The certificate that it shows", own)));
        } catch (IOException | GeneralSecurityException unusable) {
            return List.of(Finding.failed("The file of authorities, or the certificate or its key, cannot be used:"
                    + " look at 'authorities', 'client_certificate' and 'client_key'"));
        }
        if (!KafkaSettings.isEncrypted(feed)) {
            findings.add(Finding.warning(clear(feed) + " the network in clear: let the brokers speak TLS"));
        }
        return findings;
    }

    private static String clear(FeedTarget feed) {
        boolean told = KafkaSettings.user(feed).isPresent()
                && KafkaSettings.mechanism(feed).equals("PLAIN");
        return told ? "Facts and the password cross" : "Facts cross";
    }

    /** It is made with the first fact. */
    private Finding file() {
        if (Files.notExists(directory)) {
            return Finding.unchecked("Its directory is made with the first fact");
        }
        return Files.isDirectory(directory) && Files.isWritable(directory)
                ? Finding.ok("Its directory can be written to")
                : Finding.failed("Its directory cannot be written to: look at symbolon.feeds.directory");
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
