package org.symbolon.server.http.policy;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.port.TokenCensus;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.token.CandidateRows;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.RequestRights;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.RoutePolicing;
import org.symbolon.server.policy.LoginNames;
import org.symbolon.server.policy.LoginPagePolicies;
import org.symbolon.server.policy.LoginQuestions;
import org.symbolon.server.policy.asking.Policies;
import org.symbolon.server.policy.asking.SubjectFacts;
import org.symbolon.server.policy.enrolment.TokenPolicies;
import org.symbolon.server.policy.rights.LoginRights;
import org.symbolon.server.policy.rights.Surroundings;
import org.symbolon.server.readmodel.DirectoryNames;
import org.symbolon.server.readmodel.DirectoryPeople;
import org.symbolon.server.readmodel.EnrolledTokenLookups;
import org.symbolon.server.readmodel.RandomCharacters;
import org.symbolon.server.readmodel.RealmLookups;
import org.symbolon.server.readmodel.SubjectLookups;
import org.symbolon.server.readmodel.TokenPlaceLookups;

/** Wires the policies and what enforces them. */
@Configuration(proxyBeanMethods = false)
public class PolicyConfiguration {

    @Bean
    SubjectFacts subjectFacts(UserDirectory directory, QueryDispatcher queries) {
        return new SubjectLookups(directory, queries);
    }

    @Bean
    Policies policies(
            Supplier<ConfigurationView> configuration,
            SubjectFacts facts,
            Clock clock,
            @Value("${symbolon.node}") String node) {
        return new Policies(() -> configuration.get().policies(), facts, node, clock);
    }

    @Bean
    Surroundings surroundings(
            UserDirectory directory,
            CandidateRows tokens,
            QueryDispatcher queries,
            Supplier<ConfigurationView> configuration) {
        return new Surroundings(
                new DirectoryPeople(directory),
                new RealmLookups(configuration),
                new TokenPlaceLookups(tokens, queries));
    }

    @Bean
    LoginRights loginRights(Surroundings around) {
        return new LoginRights(around.people());
    }

    @Bean
    TokenPolicies tokenPolicies(
            Surroundings around, CandidateRows tokens, TokenCensus census, Randomness randomness, Clock clock) {
        return new TokenPolicies(
                around, new EnrolledTokenLookups(tokens, census), new RandomCharacters(randomness), clock);
    }

    @Bean
    LoginNames loginNames(UserDirectory directory, CandidateTokens tokens, Supplier<ConfigurationView> configuration) {
        return new DirectoryNames(directory, tokens, configuration);
    }

    @Bean
    LoginQuestions loginPolicies(
            Policies policies,
            LoginNames names,
            SubjectFacts facts,
            Clock clock,
            Evidence evidence,
            @Value("${symbolon.node}") String node) {
        return new LoginQuestions(policies, names, facts, user -> evidence.hasTokens(user.asOwner()), clock, node);
    }

    @Bean
    LoginPagePolicies loginPagePolicies(Surroundings around, @Value("${symbolon.node}") String node) {
        return new LoginPagePolicies(around.realms(), node);
    }

    @Bean
    RoutePolicing routePolicing(
            Policies policies, Surroundings around, ObjectProvider<Endpoint> endpoints, ObjectProvider<Route> pages) {
        return new RoutePolicing(new RequestRights(policies, around), () -> routes(endpoints, pages));
    }

    private static List<Route> routes(ObjectProvider<Endpoint> endpoints, ObjectProvider<Route> pages) {
        return Stream.concat(
                        endpoints.orderedStream().flatMap(endpoint -> endpoint.routes().stream()),
                        pages.orderedStream())
                .toList();
    }
}
