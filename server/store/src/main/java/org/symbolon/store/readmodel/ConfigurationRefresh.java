package org.symbolon.store.readmodel;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.events.config.ConfigEvent;
import org.symbolon.events.eventhandler.EventHandlerEvent;
import org.symbolon.events.policy.PolicyEvent;
import org.symbolon.events.realm.RealmEvent;
import org.symbolon.events.resolver.ResolverEvent;
import org.symbolon.events.user.UserAttributeSet;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.projections.user.UserAttributeRows;
import org.symbolon.store.eventstore.EventNotifications;

/**
 * Keeps the configuration in memory current: here before the change is answered, on other nodes by a notification in
 * the changing transaction. It is never part of a rebuild.
 */
@ProcessingGroup("refresh")
@Component
public class ConfigurationRefresh {

    private static final String SCHEDULED = "configuration-refresh";

    private final ConfigurationViews views;
    private final JdbcOperations jdbc;

    public ConfigurationRefresh(ConfigurationViews views, JdbcOperations jdbc) {
        this.views = views;
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(ConfigEvent event, UnitOfWork<?> unitOfWork) {
        refresh(unitOfWork);
    }

    @EventHandler
    void on(EventHandlerEvent event, UnitOfWork<?> unitOfWork) {
        refresh(unitOfWork);
    }

    @EventHandler
    void on(RealmEvent event, UnitOfWork<?> unitOfWork) {
        refresh(unitOfWork);
    }

    @EventHandler
    void on(ResolverEvent event, UnitOfWork<?> unitOfWork) {
        refresh(unitOfWork);
    }

    @EventHandler
    void on(PolicyEvent event, UnitOfWork<?> unitOfWork) {
        refresh(unitOfWork);
    }

    /** The configuration knows only whether there are any: each further one changes nothing for it. */
    @EventHandler
    void on(UserAttributeSet event, UnitOfWork<?> unitOfWork) {
        if (UserAttributeRows.mayBeTheFirst(jdbc, event.number())) {
            refresh(unitOfWork);
        }
    }

    /** Once for each transaction, however many events it has. */
    private void refresh(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().getOrComputeResource(SCHEDULED, scheduled -> {
            jdbc.execute(EventNotifications.configurationNotice());
            unitOfWork.root().afterCommit(committed -> views.reload());
            return true;
        });
    }
}
