package org.symbolon.command.tokentype;

/**
 * A setting of the system that a type goes by.
 *
 * @param preset what it is where it is not stored, null for nothing
 * @param open whether everybody may read it who has logged in
 * @param sentence what it says
 */
public record TypeSetting(String name, TypeParameter.Kind kind, String preset, boolean open, String sentence) {

    /** One that people may read who enrol tokens. */
    public static TypeSetting open(String name, TypeParameter.Kind kind, String preset, String sentence) {
        return new TypeSetting(name, kind, preset, true, sentence);
    }

    /** One that administrators alone may read. */
    public static TypeSetting closed(String name, TypeParameter.Kind kind, String preset, String sentence) {
        return new TypeSetting(name, kind, preset, false, sentence);
    }
}
