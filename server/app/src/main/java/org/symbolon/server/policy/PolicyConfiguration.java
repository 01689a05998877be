package org.symbolon.server.policy;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
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
import org.symbolon.projections.config.RealmView;
import org.symbolon.projections.token.CandidateRows;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.RequestRights;
import org.symbolon.server.http.Route;
import org.symbolon.server.policy.asking.Policies;
import org.symbolon.server.policy.asking.SubjectFacts;
import org.symbolon.server.policy.rights.LoginRights;
import org.symbolon.server.policy.rights.Surroundings;
import org.symbolon.server.readmodel.DirectoryPeople;
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
    TokenQuestions tokenQuestions(UserDirectory directory, CandidateRows candidates) {
        return new TokenQuestions(directory, candidates);
    }

    @Bean
    PinRulePolicies pinRulePolicies(TokenQuestions questions) {
        return new PinRulePolicies(questions);
    }

    @Bean
    TokenPolicies tokenPolicies(
            TokenQuestions questions,
            PinRulePolicies pinRules,
            CandidateRows candidates,
            TokenCensus census,
            Supplier<ConfigurationView> configuration,
            Randomness randomness,
            Clock clock) {
        return new TokenPolicies(
                new TokenLimitPolicies(questions, census, candidates),
                new PinPolicies(
                        questions,
                        pinRules,
                        () -> configuration.get().defaultRealm().map(RealmView::name),
                        randomness,
                        clock),
                pinRules,
                new EnrolmentPolicies(questions),
                new EnrolmentStepPolicies(questions),
                new LostTokenPolicies(questions, randomness));
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
        WebuiPolicies webui = new WebuiPolicies(user -> evidence.hasTokens(user.asOwner()), node);
        return new LoginQuestions(policies, new LoginSubjects(names), facts, new LoginLayerPolicies(clock), webui);
    }

    @Bean
    LoginPagePolicies loginPagePolicies(
            Supplier<ConfigurationView> configuration, @Value("${symbolon.node}") String node) {
        return new LoginPagePolicies(configuration, node);
    }

    @Bean
    EndpointPolicies endpointPolicies(
            Policies policies,
            Surroundings around,
            TokenPolicies tokens,
            LoginPagePolicies page,
            ObjectProvider<Endpoint> endpoints) {
        EndpointPolicies table = new EndpointPolicies(new RequestRights(policies, around), () -> routes(endpoints));
        return PolicyTable.written(table, tokens, page);
    }

    private static List<Route> routes(ObjectProvider<Endpoint> endpoints) {
        return endpoints
                .orderedStream()
                .flatMap(endpoint -> endpoint.routes().stream())
                .toList();
    }
}
