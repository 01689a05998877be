package org.symbolon.api.eventhandler;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.command.eventhandler.module.Choices;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;
import org.symbolon.projections.config.ResolverView;
import org.symbolon.projections.definition.DefinitionTable;
import org.symbolon.projections.remoteserver.RemoteServerTable;
import org.symbolon.projections.serviceid.ServiceidTable;
import org.symbolon.projections.smsgateway.SmsGatewayTable;
import org.symbolon.projections.smtpserver.SmtpServerTable;
import org.symbolon.projections.tokengroup.TokengroupTable;
import org.symbolon.query.admin.AdminView;
import org.symbolon.query.admin.ListAdmins;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.query.definition.ListDefinitions;
import org.symbolon.query.sending.QueryDispatcher;

/** Finds what options and conditions offer to choose from. */
@Component
class ExistingNames {

    private final Supplier<ConfigurationView> configuration;
    private final TokenTypes types;
    private final QueryDispatcher queries;
    private final List<String> superuserRealms;

    ExistingNames(
            Supplier<ConfigurationView> configuration,
            TokenTypes types,
            QueryDispatcher queries,
            @Value("${symbolon.superuser-realms:}") List<String> superuserRealms) {
        this.configuration = configuration;
        this.types = types;
        this.queries = queries;
        this.superuserRealms = superuserRealms;
    }

    List<String> of(Choices choices) {
        if (choices instanceof Choices.Existing existing) {
            return of(existing.kind());
        }
        return ((Choices.Fixed) choices).values();
    }

    private List<String> of(Choices.Kind kind) {
        return switch (kind) {
            case REALMS ->
                configuration.get().realms().stream().map(RealmView::name).toList();
            case RESOLVERS ->
                configuration.get().resolvers().stream().map(ResolverView::name).toList();
            case TOKEN_TYPES -> types.types().stream().map(TokenType::name).toList();
            case ADMINISTRATORS ->
                queries.list(new ListAdmins(), AdminView.class).stream()
                        .map(AdminView::username)
                        .toList();
            case SUPERUSER_REALMS -> superuserRealms;
            case MAIL_SERVERS -> defined(SmtpServerTable.TABLE);
            case SMS_GATEWAYS -> defined(SmsGatewayTable.TABLE);
            case REMOTE_SERVERS -> defined(RemoteServerTable.TABLE);
            case TOKEN_GROUPS -> defined(TokengroupTable.TABLE);
            case SERVICE_IDS -> defined(ServiceidTable.TABLE);
        };
    }

    private List<String> defined(DefinitionTable<?> table) {
        return queries.list(new ListDefinitions(table), DefinitionView.class).stream()
                .map(DefinitionView::name)
                .toList();
    }
}
