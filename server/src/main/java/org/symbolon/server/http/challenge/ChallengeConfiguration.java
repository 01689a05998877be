package org.symbolon.server.http.challenge;

import java.time.Clock;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.challenge.ChallengeCommands;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.challenge.ChallengeValidity;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.challenge.RemoveExpiredChallenges;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.Tokens;
import org.symbolon.projections.challenge.ChallengeProjection;
import org.symbolon.projections.challenge.ChallengeRows;
import org.symbolon.projections.token.CandidateRows;
import org.symbolon.query.challenge.ChallengeQueries;
import org.symbolon.server.maintenance.Chore;
import org.symbolon.server.query.QueryDispatcher;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.ReadModelGroup;
import org.symbolon.server.user.RequestUsers;

/** Wires challenges, from the commands to the endpoints. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class ChallengeConfiguration {

    @Bean
    Challenges challenges(Configuration configuration) {
        return new Challenges(configuration.repository(ChallengeTransaction.class));
    }

    @Bean
    ChallengeCommands challengeCommands(
            Challenges challenges,
            Tokens tokens,
            SecretVault vault,
            SystemSettings settings,
            JdbcOperations jdbc,
            EventStore events,
            Randomness randomness,
            Clock clock) {
        return new ChallengeCommands(
                challenges,
                tokens,
                vault,
                new ChallengeValidity(settings),
                new ChallengeRows(jdbc)::anyExpiredBefore,
                events,
                randomness,
                clock);
    }

    @Bean
    Chore removalOfExpiredChallenges() {
        return new Chore("expired challenges", new RemoveExpiredChallenges());
    }

    @Bean
    ChallengeProjection challengeProjection(JdbcOperations jdbc) {
        return new ChallengeProjection(jdbc);
    }

    @Bean
    GroupedProjector challengeModel(ChallengeProjection projection) {
        return new GroupedProjector(ReadModelGroup.TOKENS, projection);
    }

    @Bean
    ChallengeQueries challengeQueries(JdbcOperations jdbc) {
        return new ChallengeQueries(jdbc);
    }

    @Bean
    ChallengeEndpoint challengeEndpoint(QueryDispatcher queries) {
        return new ChallengeEndpoint(queries);
    }

    @Bean
    PollEndpoint pollEndpoint(QueryDispatcher queries, CandidateRows tokens, RequestUsers users, Clock clock) {
        return new PollEndpoint(queries, tokens, users, clock);
    }
}
