package org.symbolon.command.eventhandler.port;

/** The directory that handlers write notifications to. */
@FunctionalInterface
public interface NotificationFiles {

    /**
     * Writes a file, in the place of one that is there.
     *
     * @param path below the directory
     * @throws OutsideFailedException if it leads elsewhere, or cannot be written
     */
    void write(String path, String text) throws OutsideFailedException;
}
