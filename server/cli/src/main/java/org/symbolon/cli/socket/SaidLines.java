package org.symbolon.cli.socket;

import java.io.Writer;
import java.util.Map;

/** Sends what a command writes to one of its two outputs. */
final class SaidLines extends Writer {

    private static final int MOST = 8 << 10;

    private final Conversation conversation;
    private final String stream;
    private final StringBuilder unsent = new StringBuilder();

    SaidLines(Conversation conversation, String stream) {
        this.conversation = conversation;
        this.stream = stream;
    }

    @Override
    public void write(char[] text, int offset, int length) {
        unsent.append(text, offset, length);
        while (unsent.length() >= MOST) {
            boolean halved = Character.isHighSurrogate(unsent.charAt(MOST - 1));
            send(halved ? MOST - 1 : MOST);
        }
    }

    @Override
    public void flush() {
        if (!unsent.isEmpty()) {
            send(unsent.length());
        }
    }

    private void send(int length) {
        String text = unsent.substring(0, length);
        unsent.delete(0, length);
        conversation.say(Map.of(stream, text));
    }

    @Override
    public void close() {
        flush();
    }
}
