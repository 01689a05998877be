package org.symbolon.query.admin;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.symbolon.projections.admin.AdminRow;

/** Answers questions about local administrators. */
public class AdminQueries {

    private final EntityManager entities;

    public AdminQueries(EntityManager entities) {
        this.entities = entities;
    }

    @QueryHandler
    public Optional<AdminView> handle(FindAdmin query) {
        return Optional.ofNullable(entities.find(AdminRow.class, query.username()))
                .map(AdminView::of);
    }

    @QueryHandler
    public List<AdminView> handle(ListAdmins query) {
        return entities
                .createQuery("select admin from AdminRow admin order by admin.username", AdminRow.class)
                .getResultList()
                .stream()
                .map(AdminView::of)
                .toList();
    }
}
