package org.limbeck.jpa.source;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a class file says of itself, read without loading the class.
 *
 * @param name the binary name with dots
 * @param sourceFile the name of the file that it was compiled from, without a folder; null if the compiler left it out
 * @param annotations the descriptors of the annotations on the class itself
 */
record ClassFile(String name, @Nullable String sourceFile, Set<String> annotations) {

    private static final int MAGIC = 0xCAFEBABE;

    /** Empty for what is no class file, or a damaged one. */
    static Optional<ClassFile> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return in.readInt() == MAGIC ? Optional.of(readAfterMagic(in)) : Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static ClassFile readAfterMagic(DataInputStream in) throws IOException {
        skip(in, 4);
        ConstantPool pool = ConstantPool.read(in);
        skip(in, 2);
        String name = pool.className(in.readUnsignedShort());
        skip(in, 2);
        skip(in, 2 * in.readUnsignedShort());
        skipMembers(in);
        skipMembers(in);
        String sourceFile = null;
        Set<String> annotations = new HashSet<>();
        int attributes = in.readUnsignedShort();
        for (int i = 0; i < attributes; i++) {
            String attribute = pool.text(in.readUnsignedShort());
            int length = in.readInt();
            switch (attribute) {
                case "SourceFile" -> sourceFile = pool.text(in.readUnsignedShort());
                case "RuntimeVisibleAnnotations" -> readAnnotations(in, pool, annotations);
                default -> skip(in, length);
            }
        }
        return new ClassFile(name, sourceFile, Set.copyOf(annotations));
    }

    private static void readAnnotations(DataInputStream in, ConstantPool pool, Set<String> descriptors)
            throws IOException {
        int annotations = in.readUnsignedShort();
        for (int i = 0; i < annotations; i++) {
            descriptors.add(pool.text(in.readUnsignedShort()));
            skipAnnotationElements(in);
        }
    }

    private static void skipAnnotationElements(DataInputStream in) throws IOException {
        int elements = in.readUnsignedShort();
        for (int i = 0; i < elements; i++) {
            skip(in, 2);
            skipElementValue(in);
        }
    }

    private static void skipElementValue(DataInputStream in) throws IOException {
        switch (in.readUnsignedByte()) {
            case 'e' -> skip(in, 4);
            case '@' -> {
                skip(in, 2);
                skipAnnotationElements(in);
            }
            case '[' -> {
                int values = in.readUnsignedShort();
                for (int i = 0; i < values; i++) {
                    skipElementValue(in);
                }
            }
            default -> skip(in, 2);
        }
    }

    private static void skipMembers(DataInputStream in) throws IOException {
        int members = in.readUnsignedShort();
        for (int i = 0; i < members; i++) {
            skip(in, 6);
            int attributes = in.readUnsignedShort();
            for (int j = 0; j < attributes; j++) {
                skip(in, 2);
                skip(in, in.readInt());
            }
        }
    }

    private static void skip(DataInputStream in, int bytes) throws IOException {
        if (in.skipBytes(bytes) != bytes) {
            throw new EOFException();
        }
    }
}
