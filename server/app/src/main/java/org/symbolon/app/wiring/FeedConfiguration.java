package org.symbolon.app.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.symbolon.command.feed.port.FeedReceiver;
import org.symbolon.connectors.feed.FileReceiver;
import org.symbolon.connectors.feed.KafkaReceiver;
import org.symbolon.connectors.feed.SyslogReceiver;
import org.symbolon.connectors.feed.WebhookReceiver;
import org.symbolon.connectors.files.StoreFiles;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.query.feed.FactStream;
import org.symbolon.reactions.feed.FeedClock;
import org.symbolon.reactions.feed.FeedTimes;
import org.symbolon.reactions.feed.Feeders;
import org.symbolon.reactions.feed.port.DefinedFeeds;
import org.symbolon.reactions.feed.port.FeedJournal;

/** Wires what feeds facts to other systems. It is at work only where the server runs. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Import(FeedClock.class)
class FeedConfiguration {

    @Bean
    WebhookReceiver webhookReceiver(BoundedHttp http, Clock clock) {
        return new WebhookReceiver(http, clock);
    }

    @Bean
    SyslogReceiver syslogReceiver(AddressGuard guard, StoreFiles files) {
        return new SyslogReceiver(guard, files);
    }

    @Bean
    KafkaReceiver kafkaReceiver(AddressGuard guard, StoreFiles files) {
        return new KafkaReceiver(guard, files);
    }

    /** Files lie in a folder of the server's own, unless another one is named. */
    @Bean
    FileReceiver fileReceiver(
            @Value("${symbolon.feeds.directory:}") String directory,
            @Value("${symbolon.data}") Path data,
            Clock clock) {
        return new FileReceiver(filesOfFeeds(directory, data), clock);
    }

    static Path filesOfFeeds(String named, Path data) {
        return named.isBlank() ? data.resolve("feeds") : Path.of(named);
    }

    @Bean
    FeedTimes feedTimes(
            @Value("${symbolon.feeds.look:1s}") Duration look,
            @Value("${symbolon.feeds.lease:30s}") Duration lease,
            @Value("${symbolon.feeds.first-pause:1s}") Duration firstPause,
            @Value("${symbolon.feeds.longest-pause:5m}") Duration longestPause,
            @Value("${symbolon.feeds.attempts:5}") int attempts) {
        return new FeedTimes(look, lease, firstPause, longestPause, attempts);
    }

    @Bean
    Feeders feeders(
            List<FeedReceiver> receivers,
            DefinedFeeds defined,
            FeedJournal journal,
            FactStream stream,
            FeedTimes times,
            @Value("${symbolon.node}") String node,
            @Value("${symbolon.feeds.source:urn:symbolon}") String source) {
        return new Feeders(receivers, defined, journal, stream, times, node, source);
    }
}
