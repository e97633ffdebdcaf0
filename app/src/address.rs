//! Lists in an address, as filters write them: `?client=a,b`.

use leptos_router::params::ParamsMap;
use std::str::FromStr;

/// Reads the list called `name`, each item once. What it cannot read, it leaves out: an old link still opens.
pub fn list<T: FromStr + PartialEq>(params: &ParamsMap, name: &str) -> Vec<T> {
    let mut found = Vec::new();
    for part in params.get_str(name).unwrap_or_default().split(',') {
        if let Ok(item) = part.parse()
            && !found.contains(&item)
        {
            found.push(item);
        }
    }
    found
}

/// Writes a list, each item as `print` does; empty where there is none.
pub fn joined<T>(items: &[T], print: impl Fn(&T) -> String) -> String {
    items.iter().map(print).collect::<Vec<_>>().join(",")
}

/// Puts `item` into `list`, or takes it out where it was in it.
pub fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|present| *present == item) {
        Some(at) => {
            list.remove(at);
        }
        None => list.push(item),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn toggling_twice_changes_nothing() {
        let mut list = vec![1, 2];
        toggle(&mut list, 3);
        assert_eq!(list, [1, 2, 3]);
        toggle(&mut list, 3);
        assert_eq!(list, [1, 2]);
    }

    #[test]
    fn what_is_printed_is_read_back_and_the_rest_left_out() {
        let mut params = ParamsMap::new();
        params.insert("n", joined(&[3, 1], ToString::to_string));
        assert_eq!(list::<u8>(&params, "n"), [3, 1]);
        params.replace("n", "3,x,3,-1,999,4".to_owned());
        assert_eq!(list::<u8>(&params, "n"), [3, 4]);
        assert!(list::<u8>(&params, "other").is_empty());
    }
}
