package org.symbolon.command.shared;

import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.error.Refusal;

/** Finds aggregates that outlive their deletion, so that their name can be given again: the deleted ones are not there. */
public final class Existing<T> {

    private final Repository<T> repository;
    private final Predicate<T> present;
    private final String kind;

    /**
     * Makes it.
     *
     * @param kind what answers call such a thing, for instance {@code Serviceid}
     */
    public Existing(Repository<T> repository, Predicate<T> present, String kind) {
        this.repository = repository;
        this.present = present;
        this.kind = kind;
    }

    public Optional<Aggregate<T>> find(String id) {
        try {
            return Optional.of(repository.load(id)).filter(found -> found.invoke(present::test));
        } catch (AggregateNotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * The one with this identifier.
     *
     * @throws Refusal 601 if there is none
     */
    public Aggregate<T> require(String id) {
        return find(id).orElseThrow(this::notFound);
    }

    public Refusal notFound() {
        return Refusal.notFound("The requested " + kind + " could not be found.");
    }
}
