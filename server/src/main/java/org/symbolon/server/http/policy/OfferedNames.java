package org.symbolon.server.http.policy;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;
import org.symbolon.projections.config.ResolverView;
import org.symbolon.query.caconnector.CaConnectorView;
import org.symbolon.query.caconnector.ListCaConnectors;
import org.symbolon.query.radiusserver.ListRadiusServers;
import org.symbolon.query.radiusserver.RadiusServerView;
import org.symbolon.query.smsgateway.ListSmsGateways;
import org.symbolon.query.smsgateway.SmsGatewayView;
import org.symbolon.query.smtpserver.ListSmtpServers;
import org.symbolon.query.smtpserver.SmtpServerView;
import org.symbolon.server.policy.action.Existing;
import org.symbolon.server.query.QueryDispatcher;

/** Finds what actions offer to choose from, among what exists. */
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
            case CA_CONNECTORS -> listed(new ListCaConnectors(), CaConnectorView.class, CaConnectorView::name);
            case MAIL_SERVERS -> listed(new ListSmtpServers(), SmtpServerView.class, SmtpServerView::identifier);
            case RADIUS_SERVERS ->
                listed(new ListRadiusServers(), RadiusServerView.class, RadiusServerView::identifier);
            case SMS_GATEWAYS -> listed(new ListSmsGateways(null), SmsGatewayView.class, SmsGatewayView::identifier);
        };
    }

    private <T> List<String> listed(Object query, Class<T> view, Function<T, String> name) {
        return queries.list(query, view).stream().map(name).toList();
    }
}
