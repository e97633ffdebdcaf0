//! A signed document to look at: one page of PDF.

/// A page with these lines, the first as its title. Letters outside ASCII are left out.
pub fn pdf(lines: &[String]) -> Vec<u8> {
    let page = text(lines);
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{page}endstream", page.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(file.len());
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let table = file.len();
    let count = objects.len() + 1;
    file.push_str(&format!("xref\n0 {count}\n0000000000 65535 f \n"));
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    file.push_str(&format!(
        "trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
    ));
    file.into_bytes()
}

fn text(lines: &[String]) -> String {
    let mut page = "BT\n/F1 20 Tf\n72 760 Td\n".to_owned();
    for (at, line) in lines.iter().enumerate() {
        let kept: String = line
            .chars()
            .filter(|letter| letter.is_ascii() && !"()\\".contains(*letter))
            .collect();
        page.push_str(&format!(
            "({kept}) Tj\n/F1 12 Tf\n0 -{} Td\n",
            if at == 0 { 40 } else { 20 }
        ));
    }
    page.push_str("ET\n");
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_table_says_where_each_object_is() {
        let file = String::from_utf8(pdf(&["A (title)".to_owned(), "A line".to_owned()])).unwrap();
        let table = file.split("xref\n").nth(1).unwrap();
        let places = table.lines().skip(2).take(5);
        for (number, place) in (1..).zip(places) {
            let at: usize = place[..10].parse().unwrap();
            assert!(
                file[at..].starts_with(&format!("{number} 0 obj")),
                "{place}"
            );
        }
        assert!(file.contains("(A title) Tj"));
    }
}
