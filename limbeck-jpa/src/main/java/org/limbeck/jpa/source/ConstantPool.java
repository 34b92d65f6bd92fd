package org.limbeck.jpa.source;

import java.io.DataInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The texts and class names of a class file's constant pool; both arrays are indexed as in the file.
 *
 * @param texts null where an entry is no text
 * @param classNames for an entry that is a class, where its name is among the texts
 */
@SuppressWarnings("ArrayRecordComponent")
record ConstantPool(@Nullable String[] texts, int[] classNames) {

    static ConstantPool read(DataInputStream in) throws IOException {
        int size = in.readUnsignedShort();
        @Nullable String[] texts = new String[size];
        int[] classNames = new int[size];
        for (int i = 1; i < size; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 7 -> classNames[i] = in.readUnsignedShort();
                case 8, 16, 19, 20 -> in.readUnsignedShort();
                case 15 -> in.skipBytes(3);
                case 5, 6 -> {
                    in.readLong();
                    // Longs and doubles take two places.
                    i++;
                }
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.readInt();
                default -> throw new IOException("constant pool tag " + tag);
            }
        }
        return new ConstantPool(texts, classNames);
    }

    String text(int index) throws IOException {
        String text = texts[index];
        if (text == null) {
            throw new IOException("no text at " + index);
        }
        return text;
    }

    String className(int index) throws IOException {
        return text(classNames[index]).replace('/', '.');
    }
}
