package org.limbeck.jpa.property;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Parses XML without fetching anything that it refers to. */
final class XmlFile {

    private XmlFile() {}

    static Element root(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The default handler prints errors to stderr.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(TextFile.read(file).getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (SAXException malformed) {
            int line = malformed instanceof SAXParseException position ? Math.max(0, position.getLineNumber()) : 0;
            throw Problem.of(ProblemCode.INVALID_MAPPING, file + " is not well-formed: " + malformed.getMessage())
                    .at(new Place(file.toString(), line))
                    .exception(malformed);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("every Java parses XML", e);
        }
    }
}
