package org.symbolon.api.policy;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.symbolon.policy.action.Existing;
import org.symbolon.projections.caconnector.CaConnectorTable;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;
import org.symbolon.projections.config.ResolverView;
import org.symbolon.projections.definition.DefinitionTable;
import org.symbolon.projections.radiusserver.RadiusServerTable;
import org.symbolon.projections.smsgateway.SmsGatewayTable;
import org.symbolon.projections.smtpserver.SmtpServerTable;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.query.definition.ListDefinitions;
import org.symbolon.query.sending.QueryDispatcher;

/** Finds what actions offer to choose from, among what exists. */
@Component
class OfferedNames {

    private final Supplier<ConfigurationView> configuration;
    private final QueryDispatcher queries;

    OfferedNames(Supplier<ConfigurationView> configuration, QueryDispatcher queries) {
        this.configuration = configuration;
        this.queries = queries;
    }

    List<String> of(Existing things) {
        return switch (things) {
            case REALMS ->
                configuration.get().realms().stream().map(RealmView::name).toList();
            case RESOLVERS ->
                configuration.get().resolvers().stream().map(ResolverView::name).toList();
            case CA_CONNECTORS -> names(defined(CaConnectorTable.TABLE));
            case MAIL_SERVERS -> names(defined(SmtpServerTable.TABLE));
            case RADIUS_SERVERS -> names(defined(RadiusServerTable.TABLE));
            case SMS_GATEWAYS ->
                names(defined(SmsGatewayTable.TABLE).sorted(Comparator.comparingInt(DefinitionView::number)));
        };
    }

    private Stream<DefinitionView> defined(DefinitionTable<?> table) {
        return queries.list(new ListDefinitions(table), DefinitionView.class).stream();
    }

    private static List<String> names(Stream<DefinitionView> definitions) {
        return definitions.map(DefinitionView::name).toList();
    }
}
