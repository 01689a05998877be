package org.symbolon.cli.notification;

import java.util.List;
import java.util.Set;
import org.symbolon.cli.kernel.CommandFailedException;

/**
 * Event handlers that are ready to be installed: mails to those whose tokens something happens to.
 *
 * <p>A request that cannot be met throws a {@link CommandFailedException}.
 */
public interface Notifications {

    /**
     * One of them.
     *
     * @param occasion when the owner of a token is told
     * @param state absent, installed or changed
     */
    record Known(String name, String state, String occasion) {}

    /**
     * How to install.
     *
     * @param names which, none for all
     * @param mailServer empty for the only one that there is
     * @param contact whom to tell if something is wrong, empty for what the texts say
     * @param replyTo where an answer goes, empty for the sender
     * @param force whether those that somebody has changed become as they were
     * @param dryRun whether nothing is done
     */
    record Installation(
            Set<String> names,
            String mailServer,
            String language,
            String contact,
            String replyTo,
            boolean force,
            boolean dryRun) {}

    /**
     * What became of one.
     *
     * @param outcome made, updated, deleted, unchanged or kept
     */
    record Done(String name, String outcome) {}

    List<Known> list();

    List<Done> install(Installation how, String who);

    List<Done> remove(Set<String> names, boolean force, boolean dryRun, String who);
}
