package org.symbolon.server.http.challenge;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.auth.PinEvidence;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.PinResets.PinReset;
import org.symbolon.command.challenge.ChallengeCommands;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.challenge.RemoveExpiredChallenges;
import org.symbolon.command.challenge.TokenQuestions;
import org.symbolon.command.challenge.TypeCallCommands;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.projections.challenge.ChallengeProjection;
import org.symbolon.projections.challenge.ChallengeRows;
import org.symbolon.projections.challenge.PinResetRows;
import org.symbolon.projections.token.CandidateRows;
import org.symbolon.query.challenge.ChallengeQueries;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.server.http.login.RequestUsers;
import org.symbolon.server.http.validate.LoginRequests;
import org.symbolon.server.maintenance.Chore;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.ReadModelGroup;

/** Wires challenges, from the commands to the endpoints. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class ChallengeConfiguration {

    @Bean
    TypeCallCommands typeCallCommands(
            Tokens tokens,
            TokenTypes types,
            Challenges challenges,
            TokenQuestions questions,
            JdbcOperations jdbc,
            SecretVault vault,
            SystemSettings settings,
            Randomness randomness,
            Clock clock) {
        return new TypeCallCommands(
                tokens,
                types,
                challenges,
                new ChallengeRows(jdbc)::openTransactions,
                questions,
                vault,
                settings,
                randomness,
                clock);
    }

    @Bean
    Challenges challenges(Configuration configuration) {
        return new Challenges(configuration.repository(ChallengeTransaction.class));
    }

    @Bean
    ChallengeCommands challengeCommands(Challenges challenges, JdbcOperations jdbc, EventStore events, Clock clock) {
        return new ChallengeCommands(challenges, new ChallengeRows(jdbc)::anyExpiredBefore, events, clock);
    }

    @Bean
    PinEvidence pinEvidence(
            JdbcOperations jdbc, CandidateTokens candidates, PinVerifier pins, SecretVault vault, Clock clock) {
        PinResetRows rows = new PinResetRows(jdbc);
        return new PinEvidence(id -> only(rows.validAt(clock.instant(), id)), candidates, pins, vault);
    }

    private static Optional<PinReset> only(List<PinResetRows.Row> rows) {
        return rows.size() == 1
                ? Optional.of(new PinReset(rows.get(0).serial(), rows.get(0).remembered()))
                : Optional.empty();
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
    PollEndpoint pollEndpoint(
            LoginRequests requests, QueryDispatcher queries, CandidateRows tokens, RequestUsers users, Clock clock) {
        return new PollEndpoint(requests, queries, tokens, users, clock);
    }
}
