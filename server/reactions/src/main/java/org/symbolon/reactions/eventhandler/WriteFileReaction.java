package org.symbolon.reactions.eventhandler;

import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.eventhandler.effect.NotificationFile;
import org.symbolon.command.eventhandler.port.NotificationFiles;
import org.symbolon.command.eventhandler.port.OutsideFailedException;

/** Writes notifications that are files. */
public final class WriteFileReaction extends OutsideReaction {

    private final NotificationFiles files;

    public WriteFileReaction(NotificationFiles files) {
        super(NotificationFile.KIND);
        this.files = files;
    }

    @Override
    void reach(EffectOrder order) throws OutsideFailedException {
        NotificationFile file = NotificationFile.of(order);
        files.write(file.path().reveal(), file.text().reveal());
    }
}
