package org.symbolon.command.examination;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.symbolon.command.examination.port.Examination;
import org.symbolon.command.examination.port.Examiner;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.examination.port.Subject;

/**
 * Examines all definitions of one kind.
 *
 * @param names of those that there are
 * @param find the definition of a name, ready to be used
 * @param <D> what such definitions are
 */
public record DefinedExamination<D>(
        String kind, Supplier<List<String>> names, Function<String, Optional<D>> find, Examiner<D> examiner)
        implements Examination {

    @Override
    public List<Subject> subjects() {
        return names.get().stream()
                .map(name -> new Subject(name, () -> look(name)))
                .toList();
    }

    /** One that was deleted meanwhile is nobody's concern any more. */
    private List<Finding> look(String name) {
        return find.apply(name).map(examiner::examine).orElseGet(List::of);
    }
}
