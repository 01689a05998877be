package org.symbolon.server.reaction.effect;

import java.time.Clock;
import java.time.Duration;
import org.axonframework.config.Configuration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.effect.EffectCommands;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.effect.PlannedEffect;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.shared.Randomness;
import org.symbolon.projections.effect.EffectProjection;
import org.symbolon.reactions.effect.CommandedEffectJournal;
import org.symbolon.reactions.effect.EffectOutcomes;
import org.symbolon.reactions.effect.Outbox;
import org.symbolon.reactions.effect.OutboxTimes;
import org.symbolon.reactions.effect.PlannedHere;
import org.symbolon.reactions.effect.Reaction;
import org.symbolon.reactions.effect.port.EffectLeases;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.ReadModelGroup;

/**
 * Wires effects: planned by whoever decides, carried out by servers alone. What the command line plans is carried out by the
 * server that looks next.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class EffectConfiguration {

    private static final int HOLDER_BYTES = 8;

    @Bean
    Effects effects(Configuration configuration, SecretVault vault, Randomness randomness) {
        return new Effects(configuration.repository(PlannedEffect.class), vault, randomness);
    }

    @Bean
    EffectCommands effectCommands(Configuration configuration, SecretVault vault, Randomness randomness, Clock clock) {
        return new EffectCommands(configuration.repository(PlannedEffect.class), vault, randomness, clock);
    }

    @Bean
    EffectProjection effectProjection(JdbcOperations jdbc) {
        return new EffectProjection(jdbc);
    }

    @Bean
    GroupedProjector effectModel(EffectProjection projection) {
        return new GroupedProjector(ReadModelGroup.EFFECTS, projection);
    }

    @Bean
    EffectOutcomes effectOutcomes(Clock clock) {
        return new EffectOutcomes(clock);
    }

    @Bean
    EffectLeases effectLeases(
            JdbcOperations jdbc,
            Randomness randomness,
            @Value("${symbolon.node}") String node,
            @Value("${symbolon.effects.lease:30s}") Duration lease) {
        return new JdbcEffectLeases(jdbc, node + "/" + randomness.hex(HOLDER_BYTES), lease);
    }

    @Bean
    @ConditionalOnWebApplication
    Outbox outbox(
            ObjectProvider<Reaction> reactions,
            CommandSender commands,
            EffectLeases leases,
            EffectOutcomes outcomes,
            JdbcOperations jdbc,
            Clock clock,
            @Value("${symbolon.effects.pause:1s}") Duration pause,
            @Value("${symbolon.effects.patience:2m}") Duration patience,
            @Value("${symbolon.effects.farewell:8s}") Duration farewell) {
        return new Outbox(
                reactions.stream().toList(),
                new CommandedEffectJournal(commands),
                leases,
                new DueEffectLookups(jdbc, clock),
                outcomes,
                new OutboxTimes(pause, patience, farewell),
                clock);
    }

    @Bean
    @ConditionalOnWebApplication
    PlannedHere plannedHere(Outbox outbox, EffectLeases leases) {
        return new PlannedHere(outbox, leases);
    }
}
