package org.symbolon.connectors.sms;

import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.bean.Command;

/** Reads what a message centre says, unless it announces more than it can have to say: room is made for it first. */
final class BoundedPduReader extends DefaultPDUReader {

    private static final int MOST_BYTES = 64 * 1024;

    @Override
    public Command readPDUHeader(DataInputStream input) throws InvalidCommandLengthException, IOException {
        Command header = super.readPDUHeader(input);
        if (header.getCommandLength() > MOST_BYTES) {
            throw new InvalidCommandLengthException("Command length " + header.getCommandLength() + " is too long");
        }
        return header;
    }
}
