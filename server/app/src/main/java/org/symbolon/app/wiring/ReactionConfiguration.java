package org.symbolon.app.wiring;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.symbolon.connectors.smtp.MailPageFolder;
import org.symbolon.reactions.effect.Outbox;
import org.symbolon.reactions.effect.OutboxTimes;
import org.symbolon.reactions.effect.PlannedHere;
import org.symbolon.reactions.periodictask.TaskClock;

/** Wires what carries out effects. The command line plans them like the server, and leaves them to it. */
@Configuration(proxyBeanMethods = false)
class ReactionConfiguration {

    @Bean
    MailPageFolder mailPages(@Value("${symbolon.template-directory:/etc/edumfa/templates}") Path templates) {
        return new MailPageFolder(templates);
    }

    @Bean
    OutboxTimes outboxTimes(
            @Value("${symbolon.effects.pause:1s}") Duration pause,
            @Value("${symbolon.effects.patience:2m}") Duration patience,
            @Value("${symbolon.effects.farewell:8s}") Duration farewell) {
        return new OutboxTimes(pause, patience, farewell);
    }

    /** Only where the server runs. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @Import({Outbox.class, PlannedHere.class, TaskClock.class})
    static class AtWork {}
}
