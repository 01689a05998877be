package org.symbolon.command.examination.port;

import java.util.List;

/**
 * Looks whether a definition can be used. It goes as far as nobody notices: no mail, no message and no log-in comes of it, and nothing
 * changes. It returns within the time that the definition gives, and throws nothing for what it finds.
 *
 * @param <D> what such definitions are
 */
@FunctionalInterface
public interface Examiner<D> {
    List<Finding> examine(D definition);
}
